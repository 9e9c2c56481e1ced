using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetTriggers.</summary>
public interface IGetTriggersPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetTriggersResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Trigger> Triggers { get; }
}
