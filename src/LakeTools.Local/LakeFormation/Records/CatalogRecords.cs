using LakeTools.Local.Api;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>
/// The data of Lake Formation for databases and tables is removed with them, so a later one with the same name does not get it.
/// </summary>
internal static class CatalogRecords
{
    public static void ForgetDatabase(ApiCall call, string database)
    {
        new GrantStore(call.Session, call.Lake.AccountId).ForgetDatabase(database);
        DataFilters.ForgetDatabase(call.Session, database);
        TagAssignments.ForgetDatabase(call.Session, database);
        new OptIns(call.Session, call.Lake.AccountId).ForgetDatabase(database);
    }

    public static void ForgetTable(ApiCall call, string database, string table)
    {
        new GrantStore(call.Session, call.Lake.AccountId).ForgetTable(database, table);
        DataFilters.ForgetTable(call.Session, database, table);
        TagAssignments.ForgetTable(call.Session, database, table);
        new OptIns(call.Session, call.Lake.AccountId).ForgetTable(database, table);
    }
}
