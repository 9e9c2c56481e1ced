using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of ListTriggers.</summary>
public interface IListTriggersPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListTriggersResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<string> TriggerNames { get; }
}
