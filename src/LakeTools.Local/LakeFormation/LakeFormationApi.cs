using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Operations;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Store;

namespace LakeTools.Local.LakeFormation;

/// <summary>AWS Lake Formation (rest-json, version 2017-03-31).</summary>
internal sealed class LakeFormationApi : JsonApi
{
    public LakeFormationApi()
    {
        Write("GrantPermissions", GrantOperations.Grant);
        Write("RevokePermissions", GrantOperations.Revoke);
        Write("BatchGrantPermissions", GrantOperations.BatchGrant);
        Write("BatchRevokePermissions", GrantOperations.BatchRevoke);
        Read("ListPermissions", GrantListing.List);
        Read("GetEffectivePermissionsForPath", GrantListing.ForPath);
        Read("GetDataLakeSettings", SettingsOperations.Get);
        Write("PutDataLakeSettings", SettingsOperations.Put);
        Read("GetDataLakePrincipal", SettingsOperations.GetPrincipal);
        Write("RegisterResource", LocationOperations.Register);
        Write("DeregisterResource", LocationOperations.Deregister);
        Write("UpdateResource", LocationOperations.Update);
        Read("DescribeResource", LocationOperations.Describe);
        Read("ListResources", LocationOperations.List);
        Write("CreateLFTag", TagOperations.Create);
        Read("GetLFTag", TagOperations.Get);
        Write("UpdateLFTag", TagOperations.Update);
        Write("DeleteLFTag", TagOperations.Delete);
        Read("ListLFTags", TagOperations.List);
        Write("AddLFTagsToResource", TagAssignmentOperations.Add);
        Write("RemoveLFTagsFromResource", TagAssignmentOperations.Remove);
        Read("GetResourceLFTags", TagAssignmentOperations.Get);
        Read("SearchDatabasesByLFTags", TaggedSearch.Databases);
        Read("SearchTablesByLFTags", TaggedSearch.Tables);
        Write("CreateLFTagExpression", TagExpressionOperations.Create);
        Read("GetLFTagExpression", TagExpressionOperations.Get);
        Write("UpdateLFTagExpression", TagExpressionOperations.Update);
        Write("DeleteLFTagExpression", TagExpressionOperations.Delete);
        Read("ListLFTagExpressions", TagExpressionOperations.List);
        Write("CreateLakeFormationOptIn", OptInOperations.Create);
        Write("DeleteLakeFormationOptIn", OptInOperations.Delete);
        Read("ListLakeFormationOptIns", OptInOperations.List);
        Write("CreateDataCellsFilter", DataFilterOperations.Create);
        Read("GetDataCellsFilter", DataFilterOperations.Get);
        Write("UpdateDataCellsFilter", DataFilterOperations.Update);
        Write("DeleteDataCellsFilter", DataFilterOperations.Delete);
        Read("ListDataCellsFilter", DataFilterOperations.List);
        WriteAudited("GetTemporaryGlueTableCredentials", CredentialOperations.ForTable, VendedKeys.Refuse);
        WriteAudited("GetTemporaryGluePartitionCredentials", CredentialOperations.ForPartition, VendedKeys.Refuse);
        WriteAudited("GetTemporaryDataLocationCredentials", LocationCredentials.Get, VendedKeys.Refuse);
        Write("StartTransaction", TransactionOperations.Start);
        Write("CommitTransaction", TransactionOperations.Commit);
        Write("CancelTransaction", TransactionOperations.Cancel);
        Write("ExtendTransaction", TransactionOperations.Extend);
        Read("DescribeTransaction", TransactionOperations.Describe);
        Read("ListTransactions", TransactionOperations.List);
        Read("GetTableObjects", GovernedTables.Read);
        Write("UpdateTableObjects", GovernedTables.Write);
        Write("DeleteObjectsOnCancel", GovernedTables.Write);
        Read("ListTableStorageOptimizers", GovernedTables.Read);
        Write("UpdateTableStorageOptimizer", GovernedTables.Change);
        Write("CreateLakeFormationIdentityCenterConfiguration", IdentityCenterOperations.Create);
        Read("DescribeLakeFormationIdentityCenterConfiguration", IdentityCenterOperations.Describe);
        Write("UpdateLakeFormationIdentityCenterConfiguration", IdentityCenterOperations.Update);
        Write("DeleteLakeFormationIdentityCenterConfiguration", IdentityCenterOperations.Delete);
    }

    public override string Service => "lakeformation";

    public override StorePart Part => LakeFormationTables.Part;
}
