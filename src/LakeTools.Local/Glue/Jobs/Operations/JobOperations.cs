using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Jobs.Operations;

/// <summary>Job definitions: CreateJob, GetJob, GetJobs, ListJobs, BatchGetJobs, UpdateJob, DeleteJob.</summary>
internal static class JobOperations
{
    private const int DefaultPage = 100;
    private static readonly string[] s_notInDocument = ["Name", "Tags"];

    public static JsonObject Create(ApiCall call)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        var name = call.Input.Required("Name");
        if (jobs.Find(name) is not null) throw new ApiException("AlreadyExistsException", $"Job {name} already exists.");
        var document = Completed(call, DocumentOf(call.Input));
        jobs.Save(new JobRecord(name, document, jobs.Now, jobs.Now));
        CatalogTags.Put(call, TagPath(name), call.Input["Tags"] as JsonObject);
        return new JsonObject { ["Name"] = name };
    }

    /// <summary>
    /// Replaces the definition: what the update leaves out is reset to its default, as Glue does. Role and Command have none, and are
    /// required (API reference, JobUpdate).
    /// </summary>
    public static JsonObject Update(ApiCall call)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        var job = Existing(jobs, call.Input.Required("JobName"));
        jobs.Save(job with { Document = Completed(call, DocumentOf(call.Input["JobUpdate"]!.AsObject())) });
        return new JsonObject { ["JobName"] = job.Name };
    }

    public static JsonObject Get(ApiCall call) =>
        new() { ["Job"] = ToWire(Existing(new JobRepository(call.Session, call.Lake), call.Input.Required("JobName"))) };

    public static JsonObject GetAll(ApiCall call)
    {
        var (jobs, next) = Page(call, _ => true);
        return new JsonObject { ["Jobs"] = jobs.Select(ToWire).ToJsonArray() }.With("NextToken", next);
    }

    public static JsonObject List(ApiCall call)
    {
        var tags = call.Input["Tags"] as JsonObject ?? [];
        var (jobs, next) = Page(call, job => tags.Count == 0 || CatalogTags.Of(call, TagPath(job.Name)) is var own
            && tags.All(tag => own.Text(tag.Key) == (string?)tag.Value));
        return new JsonObject { ["JobNames"] = jobs.Select(job => job.Name).ToJsonArray() }.With("NextToken", next);
    }

    public static JsonObject BatchGet(ApiCall call)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        var found = call.Input.Texts("JobNames")!.Select(name => (Name: name, Job: jobs.Find(name))).ToList();
        return new JsonObject
        {
            ["Jobs"] = found.Where(item => item.Job is not null).Select(item => ToWire(item.Job!)).ToJsonArray(),
            ["JobsNotFound"] = found.Where(item => item.Job is null).Select(item => item.Name).ToJsonArray(),
        };
    }

    /// <summary>Deleting what is not there succeeds, as in Glue.</summary>
    public static JsonObject Delete(ApiCall call)
    {
        var name = call.Input.Required("JobName");
        new JobRepository(call.Session, call.Lake).Delete(name);
        CatalogTags.Forget(call, TagPath(name));
        return new JsonObject { ["JobName"] = name };
    }

    public static JobRecord Existing(JobRepository jobs, string name) => jobs.Find(name) ?? throw JobRules.NotFound($"Job {name}");

    private static JsonObject ToWire(JobRecord job)
    {
        var output = JobRules.WithCapacity(job.Document.DeepClone().AsObject());
        output["Name"] = job.Name;
        output["CreatedOn"] = EpochTime.ToWire(job.Created);
        output["LastModifiedOn"] = EpochTime.ToWire(job.Modified);
        return output;
    }

    private static JsonObject Completed(ApiCall call, JsonObject job)
    {
        var document = JobRules.Complete(job);
        PassedRole.RequireForGlue(call.Session, call.Lake.AccountId, document.Required("Role"));
        return document;
    }

    private static string TagPath(string name) => "job/" + name;

    private static JsonObject DocumentOf(JsonObject input)
    {
        var document = input.DeepClone().AsObject();
        foreach (var member in s_notInDocument) document.Remove(member);
        foreach (var empty in document.Where(member => member.Value is null).Select(member => member.Key).ToList()) document.Remove(empty);
        return document;
    }

    private static (List<JobRecord> Jobs, string? Next) Page(ApiCall call, Func<JobRecord, bool> isWanted)
    {
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var (jobs, next) = page.Cut(new JobRepository(call.Session, call.Lake).Jobs(page.After, page.Size + 1), job => job.Name);
        return (jobs.Where(isWanted).ToList(), next);
    }
}
