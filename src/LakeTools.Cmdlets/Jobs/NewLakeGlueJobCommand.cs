using System.Management.Automation;
using LakeTools.Cmdlets.Input;
using LakeTools.Cmdlets.Objects;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Jobs;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Creates a Glue job.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeGlueJob", SupportsShouldProcess = true)]
[OutputType(typeof(LakeJob))]
public sealed class NewLakeGlueJobCommand : JobWriteCmdlet, IInputTaker
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("JobName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The role that the job runs as: an ARN, a name, or role/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "RoleArn")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string Role { get; set; } = "";

    /// <summary>The script's address: s3://bucket/script.py.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string ScriptLocation { get; set; } = "";

    /// <summary>The command that runs the script. Default: glueetl.</summary>
    [Parameter]
    [ValidateSet("pythonshell", "glueetl", "gluestreaming")]
    public string Command { get; set; } = "glueetl";

    /// <summary>Python's version. Default: 3.9 for pythonshell, else 3.</summary>
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

    /// <summary>The description of the job.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>An object of Get-LakeGlueJob, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IInputTaker.NotTaken => InputObject?.BaseObject is LakeJob job ? JobService.NotShown(job) : [];

    /// <inheritdoc/>
    object? IInputTaker.Read(string parameter, object value) =>
        parameter == nameof(MaxCapacity) && HasWorkers ? null : value;

    // Glue shows the capacity that workers have, and takes one of the two.
    private bool HasWorkers => InputObject?.Properties[nameof(WorkerType)]?.Value is not (null or "");

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var arguments = ArgumentTable.Plain(DefaultArgument, AllowPlaintextSecret);
        if (!AllowPlaintextSecret) JobArguments.CheckNoSecret(arguments, SecretGuard.Process);
        var fixedOnes = ArgumentTable.Plain(NonOverridableArgument, AllowPlaintextSecret);
        if (!AllowPlaintextSecret) JobArguments.CheckNoSecret(fixedOnes, SecretGuard.Process);
        var job = new NewJob
        {
            Name = Name,
            Role = Role,
            ScriptLocation = ScriptLocation,
            Command = Command,
            PythonVersion = PythonVersion,
            Description = Description,
            GlueVersion = GlueVersions.Check(GlueVersion),
            WorkerType = WorkerTypes.Check(WorkerType),
            NumberOfWorkers = NumberOfWorkers,
            MaxCapacity = MaxCapacity,
            DefaultArguments = arguments,
            MaxRetries = MaxRetries,
            Timeout = Timeout,
            MaxConcurrentRuns = MaxConcurrentRuns,
            GlueConnectionName = GlueConnectionName,
            ExecutionClass = GlueExecutionClass,
            SecurityConfiguration = SecurityConfiguration,
            JobRunQueuing = WaitsInQueue,
            NotifyDelayMinutes = NotifyDelayMinutes,
            MaintenanceWindow = MaintenanceWindow,
            NonOverridableArguments = fixedOnes,
            Tags = StringMap.Of(Tag) ?? [],
        };
        if (!ShouldProcess(Name, "Create the job")) return;
        await TryAsync(() => WriteResultAsync(new JobService(Lake).CreateAsync(job, cancellationToken)), Name).ConfigureAwait(false);
    }
}
