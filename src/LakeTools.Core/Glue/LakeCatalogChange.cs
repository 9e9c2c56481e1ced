using LakeTools.Core.Catalog;

namespace LakeTools.Core.Glue;

/// <summary>A catalog to make, or what to change of one; what is null stays.</summary>
public sealed record LakeCatalogChange
{
    /// <summary>The name of a new one; otherwise its name or id.</summary>
    public required string Catalog { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>The catalog's source: an ARN.</summary>
    public string? FederatedIdentifier { get; init; }

    /// <summary>The name of its connection.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The type of the connection.</summary>
    public string? ConnectionType { get; init; }

    /// <summary>The Redshift catalog that it represents: an ARN.</summary>
    public string? TargetRedshiftCatalogArn { get; init; }

    /// <summary>Whether Redshift's data can be reached by engines of the lake.</summary>
    public bool? DataLakeAccess { get; init; }

    /// <summary>The role with which data is moved.</summary>
    public string? DataTransferRoleArn { get; init; }

    /// <summary>The KMS key that encrypts this data.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>The default permissions of new databases.</summary>
    public TableDefaultPermission? DatabaseDefaultPermission { get; init; }

    /// <summary>The default permissions of new tables.</summary>
    public TableDefaultPermission? TableDefaultPermission { get; init; }

    /// <summary>Whether engines that are not integrated may read whole tables.</summary>
    public bool? AllowFullTableExternalDataAccess { get; init; }

    /// <summary>True to give what is in it the defaults, too.</summary>
    public bool OverwriteChildPermission { get; init; }

    /// <summary>Parameters to set; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>Tags of a new one.</summary>
    public IReadOnlyDictionary<string, string?>? Tag { get; init; }
}
