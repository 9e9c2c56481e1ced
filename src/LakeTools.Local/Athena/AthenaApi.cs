using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Store;

namespace LakeTools.Local.Athena;

/// <summary>
/// Amazon Athena (json 1.1, version 2017-05-18): queries, which the opener of the lake runs with the keys of the caller; work groups,
/// and the catalog as Athena shows it.
/// </summary>
internal sealed class AthenaApi : JsonApi
{
    private readonly QueryRunner _runner = new();

    public AthenaApi()
    {
        var queries = new QueryOperations(_runner);
        Write("StartQueryExecution", queries.Start);
        Read("GetQueryExecution", queries.Get);
        Read("BatchGetQueryExecution", queries.BatchGet);
        Read("ListQueryExecutions", QueryOperations.List);
        Read("GetQueryResults", QueryResults.Get);
        Write("StopQueryExecution", queries.Stop);
        Write("CreateWorkGroup", WorkGroups.Create);
        Read("GetWorkGroup", WorkGroups.Get);
        Read("ListWorkGroups", WorkGroups.List);
        Write("UpdateWorkGroup", WorkGroups.Update);
        Write("DeleteWorkGroup", WorkGroups.Delete);
        Read("GetDataCatalog", DataCatalogs.Get);
        Read("ListDataCatalogs", DataCatalogs.List);
        Read("GetDatabase", CatalogMetadata.GetDatabase);
        Read("ListDatabases", CatalogMetadata.ListDatabases);
        Read("GetTableMetadata", CatalogMetadata.GetTable);
        Read("ListTableMetadata", CatalogMetadata.ListTables);
    }

    public override string Service => "athena";

    public override StorePart Part => AthenaTables.Part;

    public override void Opened(LakeStore store, LakeContext lake) => _runner.Opened(store, lake);

    public override void Dispose() => _runner.Dispose();
}
