using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>The order in which canonical grants stand: by principal, then by where the resource lies, then by kind.</summary>
public static class GrantOrder
{
    /// <summary>Compares two grants.</summary>
    /// <param name="left">A grant.</param>
    /// <param name="right">A grant.</param>
    /// <returns>Negative, zero or positive, as with string.CompareOrdinal.</returns>
    public static int Compare(LakeGrant left, LakeGrant right)
    {
        var order = string.CompareOrdinal(left.Principal, right.Principal);
        if (order == 0) order = Compare(left.Resource, right.Resource);
        if (order == 0) order = string.CompareOrdinal(left.Condition, right.Condition);
        if (order == 0) order = left.Permissions.CompareTo(right.Permissions);
        return order != 0 ? order : left.Grantable.CompareTo(right.Grantable);
    }

    /// <summary>Compares two resources.</summary>
    /// <param name="left">A resource.</param>
    /// <param name="right">A resource.</param>
    /// <returns>Negative, zero or positive.</returns>
    public static int Compare(LakeResource left, LakeResource right)
    {
        var order = string.CompareOrdinal(left.CatalogId, right.CatalogId);
        if (order == 0) order = string.CompareOrdinal(left.DatabaseName, right.DatabaseName);
        if (order == 0) order = string.CompareOrdinal(left.TableName, right.TableName);
        if (order == 0) order = left.Kind.CompareTo(right.Kind);
        if (order == 0) order = Compare(left.ColumnNames, right.ColumnNames);
        if (order == 0) order = Compare(left.ExcludedColumnNames, right.ExcludedColumnNames);
        if (order == 0) order = string.CompareOrdinal(left.FilterName, right.FilterName);
        if (order == 0) order = string.CompareOrdinal(left.DataLocation, right.DataLocation);
        if (order == 0) order = string.CompareOrdinal(left.TagKey, right.TagKey);
        if (order == 0) order = Compare(left.TagValues, right.TagValues);
        if (order == 0) order = string.CompareOrdinal(left.TagExpression?.ToString(), right.TagExpression?.ToString());
        if (order == 0) order = string.CompareOrdinal(left.TagExpressionName, right.TagExpressionName);
        return order != 0 ? order : Nullable.Compare(left.ResourceType, right.ResourceType);
    }

    private static int Compare(NameList left, NameList right)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            if (string.CompareOrdinal(left[i], right[i]) is not 0 and var order) return order;
        return left.Count - right.Count;
    }
}
