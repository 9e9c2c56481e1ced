using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Resources;

/// <summary>Makes the one resource of what a request names, or says everything that is wrong with it.</summary>
public static partial class ResourceReader
{
    /// <summary>Reads the resource.</summary>
    /// <param name="input">The named resource.</param>
    /// <param name="home">Where the request goes.</param>
    /// <param name="findings">Gets everything that is wrong.</param>
    /// <returns>The resource, or null if it cannot be known.</returns>
    public static LakeResource? Read(ResourceInput input, LakeHome home, ICollection<LakeException> findings)
    {
        var resource = ReadAny(input, home, findings);
        return resource is null || input.Kind is null
            || string.Equals(resource.Kind.ToString(), input.Kind, StringComparison.OrdinalIgnoreCase)
            ? resource
            : Wrong(findings, Fault.ResourceKindMismatch(input.Kind, resource));
    }

    private static LakeResource? ReadAny(ResourceInput input, LakeHome home, ICollection<LakeException> findings)
    {
        if (input.CatalogId is { } catalog && !CatalogNames.IsId(catalog)) return Wrong(findings, Fault.CatalogIdInvalid(catalog));
        var named = Parameters(input);
        if (named.Count == 0) return Wrong(findings, Fault.ResourceMissing());
        if (named.Count > 1) return Wrong(findings, Fault.ResourceAmbiguous(named.Count, string.Join(", ", named)));
        if (input.ResourceType is not null && input.TagExpression is null && input.TagExpressionName is null)
            return Wrong(findings, Fault.ResourceIncomplete("-ResourceType", "-TagExpression or -TagExpressionName"));
        if (input.ResourceArn is { } arn) return ReadArn(arn, input.CatalogId, home, findings);
        if (input.Catalog) return LakeResource.Catalog(input.CatalogId);
        if (input.DataLocation is { } location)
            return DataLocation.IsLocation(location)
                ? LakeResource.Location(S3Location.ToArn(location, home.Partition), input.CatalogId)
                : Wrong(findings, Fault.InvalidDataLocation(location));
        if (input.TagKey is not null || input.TagValue is { Count: > 0 }) return ReadTag(input, findings);
        if (input.TagExpression is not null || input.TagExpressionName is not null) return ReadExpression(input, findings);
        return ReadTable(input, findings);
    }

    /// <summary>The parameters that name a resource, one for each kind.</summary>
    /// <param name="input">The named resource.</param>
    /// <returns>Such as <c>-TableName</c>; none if no resource is named.</returns>
    public static IReadOnlyList<string> Parameters(ResourceInput input)
    {
        var named = new List<string>();
        if (input.Catalog) named.Add("-Catalog");
        if (input.DatabaseName is not null || input.TableName is not null || HasColumns(input) || input.FilterName is not null)
            named.Add(input.TableName is null ? "-DatabaseName" : "-TableName");
        if (input.DataLocation is not null) named.Add("-DataLocation");
        if (input.TagKey is not null || input.TagValue is { Count: > 0 }) named.Add("-TagKey");
        if (input.TagExpression is not null) named.Add("-TagExpression");
        if (input.TagExpressionName is not null) named.Add("-TagExpressionName");
        if (input.ResourceArn is not null) named.Add("-ResourceArn");
        return named;
    }

    private static bool HasColumns(ResourceInput input) => input.ColumnName is { Count: > 0 } || input.ExcludedColumnName is { Count: > 0 };

    private static LakeResource? ReadTable(ResourceInput input, ICollection<LakeException> findings)
    {
        // An empty table name must not turn a grant on a table into one on its database.
        foreach (var (parameter, name) in (ReadOnlySpan<(string, string?)>)[("-DatabaseName", input.DatabaseName),
            ("-TableName", input.TableName), ("-FilterName", input.FilterName)])
            if (name is not null && string.IsNullOrWhiteSpace(name))
                return Wrong(findings, Fault.ResourceNameEmpty(null, parameter));
        var detail = input.FilterName is not null ? "-FilterName"
            : input.ColumnName is { Count: > 0 } ? "-ColumnName" : "-ExcludedColumnName";
        if (input.DatabaseName is null)
            return Wrong(findings, input.TableName is null
                ? Fault.ResourceIncomplete(detail, "-DatabaseName and -TableName")
                : Fault.ResourceIncomplete("-TableName", "-DatabaseName"));
        var details = (input.ColumnName is { Count: > 0 } ? 1 : 0) + (input.ExcludedColumnName is { Count: > 0 } ? 1 : 0)
            + (input.FilterName is null ? 0 : 1);
        if (details > 1)
            return Wrong(findings, Fault.ResourceAmbiguous(details, "-ColumnName, -ExcludedColumnName, -FilterName"));
        var (database, table, catalog) = (input.DatabaseName, input.TableName, input.CatalogId);
        if (details > 0 && (table is null || LakeResource.IsAllTables(table)))
            return Wrong(findings, Fault.ResourceIncomplete(detail, "-TableName"));
        if (table is null) return LakeResource.Database(database, catalog);
        if (input.FilterName is { } filter) return LakeResource.DataFilter(database, table, filter, catalog);
        return details > 0
            ? LakeResource.Columns(database, table, input.ColumnName, input.ExcludedColumnName, catalog)
            : LakeResource.Table(database, table, catalog);
    }

    private static LakeResource? ReadTag(ResourceInput input, ICollection<LakeException> findings)
    {
        if (string.IsNullOrWhiteSpace(input.TagKey))
            return Wrong(findings, Fault.ResourceIncomplete("-TagValue", "-TagKey"));
        return LakeResource.Tag(input.TagKey, input.TagValue is { Count: > 0 } values ? values : [TagExpression.AnyValue], input.CatalogId);
    }

    private static LakeResource? ReadExpression(ResourceInput input, ICollection<LakeException> findings)
    {
        if (input.ResourceType is null)
            return input.TagExpression is null
                ? LakeResource.NamedTagExpression(input.TagExpressionName!, input.CatalogId)
                : Wrong(findings, Fault.ResourceIncomplete("-TagExpression", "-ResourceType"));
        if (EnumWord.Read<TaggedResourceType>(input.ResourceType) is not { } type)
            return Wrong(findings, Fault.UnknownResourceType(input.ResourceType));
        return input.TagExpression is { } expression
            ? LakeResource.Tagged(type, expression, input.CatalogId)
            : LakeResource.Tagged(type, input.TagExpressionName!, input.CatalogId);
    }

    private static LakeResource? ReadArn(string arn, string? catalogId, LakeHome home, ICollection<LakeException> findings)
    {
        if (arn.StartsWith("arn:", StringComparison.Ordinal) && DataLocation.IsLocation(arn)) return LakeResource.Location(arn, catalogId);
        if (GlueArn().Match(arn) is not { Success: true } match)
            return Wrong(findings, Fault.InvalidResourceArn(arn));
        // Names are sent without the Region: in another one they are names of other things.
        if (home.Region is { } here && match.Groups["region"].Value is var there && there != here)
            return Wrong(findings, Fault.ResourceOfOtherRegion(arn, there, here));
        var account = match.Groups["account"].Value;
        var resource = match.Groups["kind"].Value switch
        {
            "catalog" => LakeResource.Catalog(match.Groups["nested"] is { Success: true } nested ? $"{account}:{nested.Value}" : account),
            "database" => LakeResource.Database(match.Groups["database"].Value, account),
            _ => LakeResource.Table(match.Groups["database"].Value, match.Groups["table"].Value, account),
        };
        return catalogId is null || catalogId == resource.CatalogId ? resource
            : Wrong(findings, Fault.ResourceAmbiguous(2, $"-CatalogId {catalogId}, -ResourceArn {arn}"));
    }

    private static LakeResource? Wrong(ICollection<LakeException> findings, LakeException error)
    {
        findings.Add(error);
        return null;
    }

    [GeneratedRegex(
        @"\Aarn:aws(?:-[a-z]+)*:glue:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):(?:(?<kind>catalog)(?:/(?<nested>[^\p{Cc}]+))?"
        + @"|(?<kind>database)/(?<database>[^/\p{Cc}]+)|(?<kind>table)/(?<database>[^/\p{Cc}]+)/(?<table>[^/\p{Cc}]+))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GlueArn();
}
