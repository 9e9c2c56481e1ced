using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of GetEffectivePermissionsForPath.</summary>
public interface IGetEffectivePermissionsForPathPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetEffectivePermissionsForPathResponse> Responses { get; }
}
