using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetPartitions.</summary>
public interface IGetPartitionsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetPartitionsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Partition> Partitions { get; }
}
