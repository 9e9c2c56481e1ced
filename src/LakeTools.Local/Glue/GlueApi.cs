using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Glue.Jobs.Operations;
using LakeTools.Local.Glue.Operations;
using LakeTools.Local.Glue.Records;
using LakeTools.Local.Glue.Schemas;
using LakeTools.Local.Jobs;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.Glue;

/// <summary>AWS Glue (json 1.1, version 2017-03-31): the catalog, jobs and their runs, and the other records.</summary>
internal sealed class GlueApi : JsonApi
{
    private readonly JobRunner _runner;
    private readonly CrawlRunner _crawls = new();

    /// <summary>Makes the service.</summary>
    /// <param name="runner">Runs jobs; one of the service's own if null.</param>
    public GlueApi(JobRunner? runner = null)
    {
        _runner = runner ?? new JobRunner();
        RegisterCatalog();
        RegisterPartitions();
        RegisterPartsOfTables();
        var runs = new JobRunOperations(_runner);
        RegisterJobs(runs);
        RegisterTriggers(new TriggerOperations(runs));
        RegisterWorkflows(new WorkflowRuns(runs));
        RegisterCrawlers(new CrawlerRuns(_crawls));
        RegisterConnections();
        RegisterCatalogs();
        RegisterSchemas();
    }

    public override string Service => "glue";

    public override StorePart Part { get; } = new(
        "glue",
        JobTables.Migration,
        CatalogTables.Migration,
        JobTables.TagsMigration,
        CatalogTables.LocationMigration,
        RecordTables.Migration,
        CatalogTables.CreatorMigration,
        CatalogTables.CreatedByMigration);

    public override ApiException? Explain(string operation, BrokenConstraint broken) => SchemaErrors.Explain(operation, broken);

    public override void Opened(LakeStore store, LakeContext lake)
    {
        _runner.Opened(store, lake);
        _crawls.Opened(store);
    }

    public override void Dispose()
    {
        _crawls.Dispose();
        _runner.Dispose();
        base.Dispose();
    }

    // A request may name a part of another account's catalog, or a resource link into it.
    private static Func<ApiCall, JsonObject?> Shared(Func<ApiCall, JsonObject?> body, string? tableMember = null) =>
        call => body(ResourceLinks.Enter(call, tableMember));

    private void RegisterCatalog()
    {
        Write("CreateDatabase", Shared(DatabaseOperations.Create));
        Read("GetDatabase", Shared(DatabaseOperations.Get));
        Read("GetDatabases", Shared(DatabaseOperations.GetAll));
        Write("UpdateDatabase", Shared(DatabaseOperations.Update));
        Write("DeleteDatabase", Shared(DatabaseOperations.Delete));
        Write("CreateTable", Shared(TableOperations.Create));
        Read("GetTable", Shared(TableOperations.Get));
        Read("GetTables", Shared(TableOperations.GetAll));
        Read("SearchTables", Shared(TableSearch.Search));
        Read("GetUnfilteredTableMetadata", Shared(UnfilteredReading.GetTable, "Name"));
        Write("UpdateTable", TableOperations.Update);
        Read("GetPlan", EtlPlan.Get);
        Write("DeleteTable", Shared(TableOperations.Delete));
        Write("BatchDeleteTable", Shared(TableOperations.BatchDelete));
        Read("GetTableVersion", Shared(TableVersionOperations.Get, "TableName"));
        Read("GetTableVersions", Shared(TableVersionOperations.GetAll, "TableName"));
        Write("DeleteTableVersion", Shared(TableVersionOperations.Delete, "TableName"));
        Write("BatchDeleteTableVersion", Shared(TableVersionOperations.BatchDelete, "TableName"));
        Write("TagResource", CatalogTags.Tag);
        Write("UntagResource", CatalogTags.Untag);
        Read("GetTags", CatalogTags.Get);
    }

    private void RegisterPartitions()
    {
        Write("CreatePartition", Shared(PartitionOperations.Create, "TableName"));
        Write("BatchCreatePartition", Shared(PartitionOperations.BatchCreate, "TableName"));
        Write("UpdatePartition", Shared(PartitionOperations.Update, "TableName"));
        Write("BatchUpdatePartition", Shared(PartitionOperations.BatchUpdate, "TableName"));
        Write("DeletePartition", Shared(PartitionOperations.Delete, "TableName"));
        Write("BatchDeletePartition", Shared(PartitionOperations.BatchDelete, "TableName"));
        Read("GetPartition", Shared(PartitionReading.Get, "TableName"));
        Read("BatchGetPartition", Shared(PartitionReading.BatchGet, "TableName"));
        Read("GetPartitions", Shared(PartitionReading.GetAll, "TableName"));
        Read("GetUnfilteredPartitionMetadata", Shared(UnfilteredReading.GetPartition, "TableName"));
        Read("GetUnfilteredPartitionsMetadata", Shared(UnfilteredReading.GetPartitions, "TableName"));
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

    private void RegisterPartsOfTables()
    {
        Write("CreateTableOptimizer", Shared(TableOptimizers.Create, "TableName"));
        Write("UpdateTableOptimizer", Shared(TableOptimizers.Update, "TableName"));
        Write("DeleteTableOptimizer", Shared(TableOptimizers.Delete, "TableName"));
        Read("GetTableOptimizer", Shared(TableOptimizers.Get, "TableName"));
        Read("ListTableOptimizerRuns", Shared(TableOptimizers.Runs, "TableName"));
        Write("CreatePartitionIndex", Shared(PartitionIndexes.Create, "TableName"));
        Read("GetPartitionIndexes", Shared(PartitionIndexes.GetAll, "TableName"));
        Write("DeletePartitionIndex", Shared(PartitionIndexes.Delete, "TableName"));
        Read("GetColumnStatisticsForTable", Shared(ColumnStatistics.Get, "TableName"));
        Write("UpdateColumnStatisticsForTable", Shared(ColumnStatistics.Update, "TableName"));
        Write("DeleteColumnStatisticsForTable", Shared(ColumnStatistics.Delete, "TableName"));
        Read("GetColumnStatisticsForPartition", Shared(ColumnStatistics.Get, "TableName"));
        Write("UpdateColumnStatisticsForPartition", Shared(ColumnStatistics.Update, "TableName"));
        Write("DeleteColumnStatisticsForPartition", Shared(ColumnStatistics.Delete, "TableName"));
        Write("CreateUserDefinedFunction", Shared(FunctionOperations.Create));
        Write("UpdateUserDefinedFunction", Shared(FunctionOperations.Update));
        Write("DeleteUserDefinedFunction", Shared(FunctionOperations.Delete));
        Read("GetUserDefinedFunction", Shared(FunctionOperations.Get));
        Read("GetUserDefinedFunctions", Shared(FunctionOperations.GetAll));
    }

    private void RegisterTriggers(TriggerOperations triggers)
    {
        Write("CreateTrigger", TriggerOperations.Create);
        Write("UpdateTrigger", TriggerOperations.Update);
        Write("DeleteTrigger", TriggerOperations.Delete);
        Read("GetTrigger", TriggerOperations.Get);
        Read("GetTriggers", TriggerOperations.GetAll);
        Read("ListTriggers", TriggerOperations.List);
        Read("BatchGetTriggers", TriggerOperations.BatchGet);
        Write("StartTrigger", triggers.Start);
        Write("StopTrigger", TriggerOperations.Stop);
    }

    private void RegisterWorkflows(WorkflowRuns runs)
    {
        var workflows = new WorkflowOperations(runs);
        Write("CreateWorkflow", WorkflowOperations.Create);
        Write("UpdateWorkflow", WorkflowOperations.Update);
        Write("DeleteWorkflow", WorkflowOperations.Delete);
        Read("GetWorkflow", workflows.Get);
        Read("BatchGetWorkflows", workflows.BatchGet);
        Read("ListWorkflows", WorkflowOperations.List);
        Write("StartWorkflowRun", runs.Start);
        Write("StopWorkflowRun", runs.Stop);
        Read("GetWorkflowRun", runs.Get);
        Read("GetWorkflowRuns", runs.GetAll);
        Read("GetWorkflowRunProperties", WorkflowRuns.GetProperties);
        Write("PutWorkflowRunProperties", WorkflowRuns.PutProperties);
    }

    private void RegisterSchemas()
    {
        Write("CreateRegistry", RegistryOperations.Create);
        Write("UpdateRegistry", RegistryOperations.Update);
        Write("DeleteRegistry", RegistryOperations.Delete);
        Read("GetRegistry", RegistryOperations.Get);
        Read("ListRegistries", RegistryOperations.List);
        Write("CreateSchema", SchemaOperations.Create);
        Write("UpdateSchema", SchemaOperations.Update);
        Write("DeleteSchema", SchemaOperations.Delete);
        Read("GetSchema", SchemaOperations.Get);
        Read("ListSchemas", SchemaOperations.List);
        Write("RegisterSchemaVersion", SchemaVersionOperations.Register);
        Write("DeleteSchemaVersions", SchemaVersionOperations.Delete);
        Read("GetSchemaVersion", SchemaVersionOperations.Get);
        Read("ListSchemaVersions", SchemaVersionOperations.List);
        Read("GetSchemaByDefinition", SchemaVersionOperations.ByDefinition);
        Read("CheckSchemaVersionValidity", SchemaVersionOperations.CheckValidity);
        Read("GetSchemaVersionsDiff", SchemaVersionOperations.Diff);
        Write("PutSchemaVersionMetadata", SchemaMetadata.Put);
        Write("RemoveSchemaVersionMetadata", SchemaMetadata.Remove);
        Read("QuerySchemaVersionMetadata", SchemaMetadata.Query);
    }

    private void RegisterCrawlers(CrawlerRuns runs)
    {
        Write("CreateCrawler", CrawlerOperations.Create);
        Write("UpdateCrawler", CrawlerOperations.Update);
        Write("DeleteCrawler", CrawlerOperations.Delete);
        Read("GetCrawler", CrawlerOperations.Get);
        Read("GetCrawlers", CrawlerOperations.GetAll);
        Read("ListCrawlers", CrawlerOperations.List);
        Read("BatchGetCrawlers", CrawlerOperations.BatchGet);
        Read("GetCrawlerMetrics", CrawlerOperations.GetMetrics);
        Read("ListCrawls", CrawlerOperations.ListCrawls);
        Read("TestConnection", ConnectionOperations.Test);
        Write("StartCrawler", runs.Start);
        Write("StopCrawler", runs.Stop);
        Write("UpdateCrawlerSchedule", CrawlerOperations.UpdateSchedule);
        Write("StartCrawlerSchedule", CrawlerOperations.StartSchedule);
        Write("StopCrawlerSchedule", CrawlerOperations.StopSchedule);
    }

    private void RegisterConnections()
    {
        Write("CreateSecurityConfiguration", SecurityConfigurations.Create);
        Write("DeleteSecurityConfiguration", SecurityConfigurations.Delete);
        Read("GetSecurityConfiguration", SecurityConfigurations.Get);
        Read("GetSecurityConfigurations", SecurityConfigurations.GetAll);
        Write("CreateClassifier", ClassifierOperations.Create);
        Write("UpdateClassifier", ClassifierOperations.Update);
        Write("DeleteClassifier", ClassifierOperations.Delete);
        Read("GetClassifier", ClassifierOperations.Get);
        Read("GetClassifiers", ClassifierOperations.GetAll);
        Write("CreateConnection", ConnectionOperations.Create);
        Write("UpdateConnection", ConnectionOperations.Update);
        Write("DeleteConnection", ConnectionOperations.Delete);
        Write("BatchDeleteConnection", ConnectionOperations.BatchDelete);
        Read("GetConnection", ConnectionOperations.Get);
        Read("GetConnections", ConnectionOperations.GetAll);
    }

    private void RegisterCatalogs()
    {
        Write("CreateCatalog", CatalogOperations.Create);
        Write("UpdateCatalog", CatalogOperations.Update);
        Write("DeleteCatalog", CatalogOperations.Delete);
        Read("GetCatalog", CatalogOperations.Get);
        Read("GetCatalogs", CatalogOperations.GetAll);
        Read("GetDataCatalogEncryptionSettings", CatalogSettings.GetEncryption);
        Write("PutDataCatalogEncryptionSettings", CatalogSettings.PutEncryption);
        Read("GetResourcePolicy", CatalogSettings.GetPolicy);
        Read("GetResourcePolicies", CatalogSettings.GetPolicies);
        Write("PutResourcePolicy", CatalogSettings.PutPolicy);
        Write("DeleteResourcePolicy", CatalogSettings.DeletePolicy);
        Read("GetCatalogImportStatus", CatalogSettings.GetImportStatus);
        Write("ImportCatalogToGlue", CatalogSettings.Import);
    }
}
