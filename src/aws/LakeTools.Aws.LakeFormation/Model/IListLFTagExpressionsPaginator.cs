using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of ListLFTagExpressions.</summary>
public interface IListLFTagExpressionsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListLFTagExpressionsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<LFTagExpression> LFTagExpressions { get; }
}
