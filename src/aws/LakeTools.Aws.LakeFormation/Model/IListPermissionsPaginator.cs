using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of ListPermissions.</summary>
public interface IListPermissionsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListPermissionsResponse> Responses { get; }
}
