using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Input;
using LakeTools.Cmdlets.Objects;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Jobs;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Changes a Glue job. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeGlueJob", SupportsShouldProcess = true)]
[OutputType(typeof(LakeJob))]
public sealed class SetLakeGlueJobCommand : JobWriteCmdlet
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The role that the job runs as: an ARN, a name, or role/name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string? Role { get; set; }

    /// <summary>The script's address: s3://bucket/script.py.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? ScriptLocation { get; set; }

    /// <summary>Python's version.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PythonVersionCompleter))]
    public string? PythonVersion { get; set; }

    /// <summary>Glue's version, such as 5.0.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueVersionCompleter))]
    public string? GlueVersion { get; set; }

    /// <summary>The number of retries of a failed run.</summary>
    [Parameter]
    [Number]
    [ValidateRange(0, JobLimits.MostRetries)]
    public int? MaxRetries { get; set; }

    /// <summary>The maximum number of concurrent runs.</summary>
    [Parameter]
    [ValidateRange(1, JobLimits.MostConcurrentRuns)]
    public int? MaxConcurrentRuns { get; set; }

    /// <summary>The description of the job; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>Returns the changed job.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            var change = JobEditor.Check(new JobChange
            {
                Name = name,
                Role = Role,
                ScriptLocation = ScriptLocation,
                PythonVersion = PythonVersion,
                Description = Description,
                GlueVersion = GlueVersion,
                WorkerType = WorkerType,
                NumberOfWorkers = NumberOfWorkers,
                MaxCapacity = MaxCapacity,
                DefaultArguments = Arguments(DefaultArgument),
                NonOverridableArguments = Arguments(NonOverridableArgument),
                MaxRetries = MaxRetries,
                Timeout = Timeout,
                MaxConcurrentRuns = MaxConcurrentRuns,
                GlueConnectionName = GlueConnectionName,
                ExecutionClass = GlueExecutionClass,
                SecurityConfiguration = SecurityConfiguration,
                JobRunQueuing = WaitsInQueue,
                NotifyDelayMinutes = NotifyDelayMinutes,
                MaintenanceWindow = MaintenanceWindow,
                Tags = StringMap.Changes(Tag),
            });
            if (!ShouldProcess(name, "Change the job")) continue;
            await TryAsync(async () =>
            {
                var job = await new JobEditor(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await job.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, name).ConfigureAwait(false);
        }
    }

    private Dictionary<string, string?>? Arguments(Hashtable? table)
    {
        if (table is null) return null;
        var arguments = ArgumentTable.Changes(table, AllowPlaintextSecret);
        if (!AllowPlaintextSecret)
            JobArguments.CheckNoSecret(arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value ?? "")),
                SecretGuard.Process);
        return arguments;
    }
}
