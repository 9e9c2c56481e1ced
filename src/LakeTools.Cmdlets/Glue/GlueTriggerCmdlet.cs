using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Jobs;
using LakeTools.Core.Glue;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Glue;

/// <summary>The base of the commands that make or change a trigger.</summary>
public abstract class GlueTriggerCmdlet : LakeCmdlet
{
    /// <summary>When it starts, in UTC: 'cron(15 12 * * ? *)'. Goes with -Type Scheduled.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Schedule { get; set; }

    /// <summary>The jobs that it starts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? JobName { get; set; }

    /// <summary>The crawlers that it starts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[]? CrawlerName { get; set; }

    /// <summary>Arguments for its jobs; names get their leading dashes.</summary>
    [Parameter]
    public Hashtable? Argument { get; set; }

    /// <summary>Lets a secret's value are in the arguments, where everybody who may look at the trigger can read it.</summary>
    [Parameter]
    public SwitchParameter AllowPlaintextSecret { get; set; }

    /// <summary>The jobs that must have ended first. Goes with -Type Conditional.</summary>
    [Parameter]
    [InputProperty]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? AfterJobName { get; set; }

    /// <summary>The crawlers that must have ended first. Goes with -Type Conditional.</summary>
    [Parameter]
    [InputProperty]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[]? AfterCrawlerName { get; set; }

    /// <summary>The end state that they must have. Default: Succeeded.</summary>
    [Parameter]
    [InputProperty]
    [ValidateSet("Succeeded", "Failed", "Stopped", "Timeout", "Cancelled")]
    public string? AfterState { get; set; }

    /// <summary>Starts when one of them has ended, and not all.</summary>
    [Parameter]
    [InputProperty("Logical")]
    public SwitchParameter Any { get; set; }

    /// <summary>The number of events that start it. Requires -Type Event.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int? EventBatchSize { get; set; }

    /// <summary>Seconds after which fewer events start it.</summary>
    [Parameter]
    [ValidateRange(1, 900)]
    public int? EventBatchWindow { get; set; }

    /// <summary>The description; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>. For Set-LakeGlueTrigger, $null removes one.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    private protected TriggerChange Change(TriggerChange change)
    {
        var arguments = Argument is null ? null : ArgumentTable.Plain(Argument, AllowPlaintextSecret);
        if (arguments is not null && !AllowPlaintextSecret) JobArguments.CheckNoSecret(arguments, SecretGuard.Process);
        return TriggerService.Check(change with
        {
            Schedule = Schedule,
            JobName = JobName,
            CrawlerName = CrawlerName,
            Arguments = arguments,
            AfterJobName = AfterJobName,
            AfterCrawlerName = AfterCrawlerName,
            AfterState = GlueWords.Of(AfterState),
            Any = IsGiven(nameof(Any)) ? Any.IsPresent : null,
            EventBatchSize = EventBatchSize,
            EventBatchWindow = EventBatchWindow,
            Description = Description,
            Tags = StringMap.Changes(Tag),
        });
    }
}
