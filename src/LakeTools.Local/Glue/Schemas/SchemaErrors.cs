using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>The schema registry's own words for broken constraints, as the tests of getmoto/moto expect them.</summary>
internal static class SchemaErrors
{
    // The common parts of the registry's operation names.
    private static readonly string[] s_things = ["Registr", "Schema"];

    /// <summary>The error; null for an operation that is not of the registry, and for what has no words of its own.</summary>
    public static ApiException? Explain(string operation, BrokenConstraint broken)
    {
        if (!s_things.Any(thing => operation.Contains(thing, StringComparison.Ordinal))) return null;
        var name = broken.Path[(broken.Path.LastIndexOf('.') + 1)..] switch
        {
            "metadataKey" => "key",
            "metadataValue" => "value",
            "schemaDefinition" => "SchemaDefinition",
            "schemaVersionId" => "SchemaVersionId",
            var other => other,
        };
        return (broken.Kind, name) switch
        {
            (ConstraintKind.Word, "dataFormat") => SchemaRegistry.Invalid("Data format is not valid."),
            (ConstraintKind.Word, "compatibility") => SchemaRegistry.Invalid("Compatibility is not valid."),
            (ConstraintKind.Count, "tags") => SchemaRegistry.Invalid("New Tags cannot be empty or more than 50"),
            (ConstraintKind.Size, "versionNumber") => null,
            (ConstraintKind.Size, _) => SchemaRegistry.Invalid(
                $"The resource name contains too many or too few characters. Parameter Name: {name}"),
            (ConstraintKind.Pattern, _) => SchemaRegistry.Invalid(
                $"The parameter value contains one or more characters that are not valid. Parameter Name: {name}"),
            _ => null,
        };
    }
}
