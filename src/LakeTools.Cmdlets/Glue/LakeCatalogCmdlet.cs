using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Catalog;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>The base of the commands that make or change a catalog.</summary>
public abstract class LakeCatalogCmdlet : LakeCmdlet
{
    /// <summary>
    /// The identifier of a federated catalog's source: an ARN, such as arn:aws:s3tables:eu-central-1:123456789012:bucket/* or a Redshift
    /// datashare's, or the connection's name for it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FederatedIdentifier { get; set; }

    /// <summary>The connection of a federated catalog: aws:s3tables, aws:redshift, or the name of a Glue connection.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CatalogConnectionCompleter))]
    public string? ConnectionName { get; set; }

    /// <summary>The type of that connection.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ConnectionType { get; set; }

    /// <summary>The Redshift catalog that it represents: an ARN.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TargetRedshiftCatalogArn { get; set; }

    /// <summary>Engines of the lake can reach the data of a catalog of Redshift's managed storage.</summary>
    [Parameter]
    public SwitchParameter DataLakeAccess { get; set; }

    /// <summary>The role with which such data is moved: an ARN.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public string? DataTransferRoleArn { get; set; }

    /// <summary>The key that such data is encrypted with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    /// <summary>The default permissions of new databases: None, or IamAllowedPrincipals.</summary>
    [Parameter]
    [EnumWord(typeof(TableDefaultPermission))]
    public TableDefaultPermission? DatabaseDefaultPermission { get; set; }

    /// <summary>The default permissions of new tables: None, or IamAllowedPrincipals.</summary>
    [Parameter]
    [EnumWord(typeof(TableDefaultPermission))]
    public TableDefaultPermission? TableDefaultPermission { get; set; }

    /// <summary>Engines that are not integrated with Lake Formation may read whole tables.</summary>
    [Parameter]
    public SwitchParameter AllowFullTableExternalDataAccess { get; set; }

    /// <summary>Free parameters. For Set-LakeCatalog, $null removes one.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>The description; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    private protected LakeCatalogChange Change(string catalog) => new()
    {
        Catalog = catalog,
        Description = Description,
        FederatedIdentifier = FederatedIdentifier,
        ConnectionName = ConnectionName,
        ConnectionType = ConnectionType,
        TargetRedshiftCatalogArn = TargetRedshiftCatalogArn,
        DataLakeAccess = Said(nameof(DataLakeAccess), DataLakeAccess),
        DataTransferRoleArn = DataTransferRoleArn,
        KmsKeyId = KmsKeyId,
        DatabaseDefaultPermission = DatabaseDefaultPermission,
        TableDefaultPermission = TableDefaultPermission,
        AllowFullTableExternalDataAccess = Said(nameof(AllowFullTableExternalDataAccess), AllowFullTableExternalDataAccess),
        Parameter = StringMap.Changes(Parameter),
    };

    private bool? Said(string name, SwitchParameter value) =>
        IsGiven(name) ? value.IsPresent : null;
}
