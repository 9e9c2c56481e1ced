using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Jobs;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue;

/// <summary>AWS Glue (json 1.1, version 2017-03-31): jobs and their runs.</summary>
internal sealed class GlueApi : JsonApi
{
    private readonly JobRunner _runner;

    /// <summary>Makes the service.</summary>
    /// <param name="runner">Carries out job runs; one of the service's own where null.</param>
    public GlueApi(JobRunner? runner = null)
    {
        _runner = runner ?? new JobRunner();
        RegisterJobs(new JobRunOperations(_runner));
    }

    public override string Service => "glue";

    public override StorePart Part { get; } = new("glue", JobTables.Migration);

    public override void Opened(LakeStore store, LakeContext lake) => _runner.Opened(store, lake);

    public override void Dispose()
    {
        _runner.Dispose();
        base.Dispose();
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
