using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Jobs;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue;

/// <summary>AWS Glue (json 1.1, version 2017-03-31): the catalog, and jobs and their runs.</summary>
internal sealed class GlueApi : JsonApi
{
    private readonly JobRunner _runner;

    /// <summary>Makes the service.</summary>
    /// <param name="runner">Carries out job runs; one of the service's own where null.</param>
    public GlueApi(JobRunner? runner = null)
    {
        _runner = runner ?? new JobRunner();
        RegisterCatalog();
        RegisterPartitions();
        RegisterJobs(new JobRunOperations(_runner));
    }

    public override string Service => "glue";

    public override StorePart Part { get; } = new(
        "glue",
        JobTables.Migration,
        CatalogTables.Migration,
        JobTables.TagsMigration,
        CatalogTables.LocationMigration);

    public override void Opened(LakeStore store, LakeContext lake) => _runner.Opened(store, lake);

    public override void Dispose()
    {
        _runner.Dispose();
        base.Dispose();
    }

    private void RegisterCatalog()
    {
        Write("CreateDatabase", DatabaseOperations.Create);
        Read("GetDatabase", DatabaseOperations.Get);
        Read("GetDatabases", DatabaseOperations.GetAll);
        Write("UpdateDatabase", DatabaseOperations.Update);
        Write("DeleteDatabase", DatabaseOperations.Delete);
        Write("CreateTable", TableOperations.Create);
        Read("GetTable", TableOperations.Get);
        Read("GetTables", TableOperations.GetAll);
        Read("SearchTables", TableSearch.Search);
        Read("GetUnfilteredTableMetadata", TableOperations.GetUnfiltered);
        Write("UpdateTable", TableOperations.Update);
        Write("DeleteTable", TableOperations.Delete);
        Write("BatchDeleteTable", TableOperations.BatchDelete);
        Read("GetTableVersion", TableVersionOperations.Get);
        Read("GetTableVersions", TableVersionOperations.GetAll);
        Write("DeleteTableVersion", TableVersionOperations.Delete);
        Write("BatchDeleteTableVersion", TableVersionOperations.BatchDelete);
        Write("TagResource", CatalogTags.Tag);
        Write("UntagResource", CatalogTags.Untag);
        Read("GetTags", CatalogTags.Get);
    }

    private void RegisterPartitions()
    {
        Write("CreatePartition", PartitionOperations.Create);
        Write("BatchCreatePartition", PartitionOperations.BatchCreate);
        Write("UpdatePartition", PartitionOperations.Update);
        Write("BatchUpdatePartition", PartitionOperations.BatchUpdate);
        Write("DeletePartition", PartitionOperations.Delete);
        Write("BatchDeletePartition", PartitionOperations.BatchDelete);
        Read("GetPartition", PartitionReading.Get);
        Read("BatchGetPartition", PartitionReading.BatchGet);
        Read("GetPartitions", PartitionReading.GetAll);
    }

    private void RegisterJobs(JobRunOperations runs)
    {
        Write("CreateJob", JobOperations.Create);
        Write("UpdateJob", JobOperations.Update);
        Write("DeleteJob", JobOperations.Delete);
        Read("GetJob", JobOperations.Get);
        Read("GetJobs", JobOperations.GetAll);
        Read("ListJobs", JobOperations.List);
        Read("BatchGetJobs", JobOperations.BatchGet);
        Write("StartJobRun", runs.Start);
        Write("BatchStopJobRun", runs.Stop);
        Read("GetJobRun", JobRunOperations.Get);
        Read("GetJobRuns", JobRunOperations.GetAll);
        Read("GetJobBookmark", JobBookmarks.Get);
        Write("ResetJobBookmark", JobBookmarks.Reset);
    }
}
