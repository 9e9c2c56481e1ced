using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The criteria of a list of grants.</summary>
/// <param name="Kinds">Kinds of things; null for all.</param>
/// <param name="Resource">One thing; null for all. A table brings its columns with it.</param>
/// <param name="Principal">One principal; null for all.</param>
/// <param name="WithFilters">True to list the data cells filters of a table with it.</param>
internal sealed record GrantFilter(IReadOnlyList<ResourceKind>? Kinds = null, LakeResource? Resource = null, string? Principal = null,
    bool WithFilters = false)
{
    /// <summary>The condition in SQL, whose parameters begin with ?2.</summary>
    /// <param name="accountId">The account of the grants.</param>
    public (string Sql, object?[] Arguments) Where(string accountId)
    {
        var conditions = new List<string>();
        var arguments = new List<object?>();
        string Next(object? value)
        {
            arguments.Add(value);
            return "?" + (arguments.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Resource is { } resource)
        {
            var key = GrantStore.KeyOf(resource, accountId);
            conditions.Add($"database = {Next(key.Database)} AND tbl = {Next(key.Table)}");
            if (!WithFilters || resource.Kind != ResourceKind.Table) conditions.Add($"detail = {Next(key.Detail)}");
            if (resource.Kind != ResourceKind.Table) conditions.Add($"kind = {Next(key.Kind)}");
        }

        if (Kinds is { } kinds) conditions.Add($"kind IN ({string.Join(", ", kinds.Select(kind => Next((long)kind)))})");
        if (Principal is { } principal) conditions.Add($"principal = {Next(principal)}");
        return (conditions.Count == 0 ? "1" : string.Join(" AND ", conditions), [.. arguments]);
    }
}
