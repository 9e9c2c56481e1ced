using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A catalog of Glue: the account's own, or one of another source in it. Times are local.</summary>
public sealed record LakeCatalog
{
    /// <summary>
    /// The id, as <c>-CatalogId</c> takes it everywhere: twelve digits for the account's own, else such as
    /// <c>123456789012:s3tablescatalog/sales</c>.
    /// </summary>
    public required string CatalogId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Account, S3Tables, Redshift (a datashare), RedshiftManaged (its managed storage), RedshiftLink (another catalog), Federated, or
    /// null if the service does not say.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The source of a federated catalog: an ARN, such as <c>arn:aws:s3tables:eu-central-1:123456789012:bucket/*</c>.</summary>
    public string? FederatedIdentifier { get; init; }

    /// <summary>The connection of a federated catalog: <c>aws:s3tables</c>, <c>aws:redshift</c> or a Glue connection.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The type of that connection.</summary>
    public string? ConnectionType { get; init; }

    /// <summary>The Redshift catalog that it represents: an ARN.</summary>
    public string? TargetRedshiftCatalogArn { get; init; }

    /// <summary>True if Redshift's data can be reached by engines of the lake.</summary>
    public bool DataLakeAccess { get; init; }

    /// <summary>The role with which data is moved between Redshift and engines.</summary>
    public string? DataTransferRoleArn { get; init; }

    /// <summary>The KMS key that encrypts this data.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Redshift's workgroup behind a managed catalog.</summary>
    public string? ManagedWorkgroupName { get; init; }

    /// <summary>The state of that workgroup.</summary>
    public string? ManagedWorkgroupStatus { get; init; }

    /// <summary>The service's message about its state.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The default permissions of new databases: None or IamAllowedPrincipals. Null if it is neither.</summary>
    public string? DatabaseDefaultPermission { get; init; }

    /// <summary>The default permissions of new tables: None or IamAllowedPrincipals. Null if it is neither.</summary>
    public string? TableDefaultPermission { get; init; }

    /// <summary>True if engines that are not integrated may read whole tables.</summary>
    public bool AllowFullTableExternalDataAccess { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>When it was created.</summary>
    public DateTime? CreateTime { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTime? UpdateTime { get; init; }

    /// <summary>Whether it is the account's own.</summary>
    internal bool IsOfAccount { get; init; }

    /// <summary>The further properties of the catalog, as text.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>Shows the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => CatalogId;
}
