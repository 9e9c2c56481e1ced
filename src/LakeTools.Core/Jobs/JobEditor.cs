using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Jobs;

/// <summary>Changes jobs, and forgets how far they have come.</summary>
/// <param name="connection">The lake.</param>
public sealed class JobEditor(LakeConnection connection)
{
    private const int Attempts = 5;

    private readonly JobService _jobs = new(connection);

    /// <summary>Checks a change before any call.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The change with its names as Glue spells them.</returns>
    /// <exception cref="LakeException"><c>InvalidRole</c>, <c>InvalidRoleName</c>, <c>InvalidS3Uri</c>, <c>UnknownWorkerType</c>,
    /// <c>UnknownGlueVersion</c>.</exception>
    public static JobChange Check(JobChange change)
    {
        if (change.Role is { } role) LakePrincipal.CheckRole(role, isNameEnough: true);
        if (change.ScriptLocation is { } script) _ = S3Uri.Parse(script);
        return change with
        {
            WorkerType = WorkerTypes.Check(change.WorkerType),
            GlueVersion = GlueVersions.Check(change.GlueVersion),
            MaintenanceWindow = MaintenanceWindows.Check(change.MaintenanceWindow),
        };
    }

    /// <summary>
    /// Changes a job. Unnamed properties stay; Glue has no versions of jobs, so the last of two changes of the same property wins.
    /// </summary>
    /// <param name="change">The change, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The job as Glue now has it, without its tags.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>, <c>InvalidJobCapacity</c>, <c>ChangedPartly</c>.</exception>
    public async Task<Written<LakeJob>> ChangeAsync(JobChange change, CancellationToken cancellationToken)
    {
        if (change.Role is { } role) change =
            change with { Role = await JobRole.ResolveAsync(connection, role, cancellationToken).ConfigureAwait(false) };
        var changed = $"The job '{change.Name}' was changed";
        var isUpdate = change != new JobChange { Name = change.Name, Tags = change.Tags };
        if (isUpdate) await UpdateAsync(change, cancellationToken).ConfigureAwait(false);
        else await _jobs.GetAsync(change.Name, cancellationToken).ConfigureAwait(false);
        if (change.Tags is { } tags)
            await new GlueTags(connection).ChangeAsync(
                GlueTags.Job(change.Name), tags, change.Name, isUpdate ? changed : null, cancellationToken).ConfigureAwait(false);
        return connection.Written(change.Name, changed, token => _jobs.GetAsync(change.Name, token));
    }

    /// <summary>Forgets what a job has worked on, so its next run begins at the beginning.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="runId">The run before which to begin again; null for the first.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The bookmark as it is now; null if the job has none.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>.</exception>
    public async Task<LakeJobBookmark?> ResetBookmarkAsync(string name, string? runId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ResetJobBookmarkRequest { JobName = name, RunId = runId };
            var entry = (await connection.Clients.Glue.ResetJobBookmarkAsync(request, cancellationToken).ConfigureAwait(false))
                .JobBookmarkEntry;
            return new LakeJobBookmark(entry?.JobName ?? name, entry?.Version ?? 0, entry?.Run ?? 0, entry?.Attempt ?? 0, entry?.RunId);
        }
        catch (EntityNotFoundException)
        {
            // Glue says so of a job that is not there and of one that keeps no bookmark; only the first is an error.
            await _jobs.GetAsync(name, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task UpdateAsync(JobChange change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var get = new GetJobRequest { JobName = change.Name };
            var old = (await JobErrors.CallAsync(change.Name, () => connection.Clients.Glue.GetJobAsync(get, cancellationToken))
                .ConfigureAwait(false)).Job;
            var update = new UpdateJobRequest { JobName = old.Name, JobUpdate = JobChanges.Apply(old, change) };
            try
            {
                await JobErrors.CallAsync(change.Name, () => connection.Clients.Glue.UpdateJobAsync(update, cancellationToken))
                    .ConfigureAwait(false);
                return;
            }
            catch (ConcurrentModificationException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
