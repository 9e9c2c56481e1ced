#nullable enable annotations

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using LakeTools.Cmdlets;

// Cmdlets whose bodies run a list of steps: the step 'warning text' writes a warning.
public abstract class ProbeCmdlet : AsyncCmdlet
{
    // What the bodies have begun, the number of the last object of 'count', and whether the last body has ended.
    public static readonly ConcurrentQueue<string> Begun = new();
    public static volatile int Said;
    public static volatile bool HasEnded;

    // How often what was begun was abandoned, since when, and whether a body was still at work then.
    public static volatile int Abandoned;
    public static volatile bool WasAbandonedEarly;
    public static volatile Stopwatch? SinceAbandoned;

    // Ends what waits for it: the abandonment after the step 'hold', and the step 'deaf', whatever its token says.
    public static TaskCompletionSource Released = new();

    private readonly int _pipelineThread = Environment.CurrentManagedThreadId;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string[] Step { get; set; } = Array.Empty<string>();

    // Takes records on the pipeline's thread.
    [Parameter]
    public SwitchParameter AtOnce { get; set; }

    public static void Reset()
    {
        Begun.Clear();
        Said = -1;
        HasEnded = false;
        Abandoned = 0;
        WasAbandonedEarly = false;
        SinceAbandoned = null;
        Released.TrySetResult();
        Released = new TaskCompletionSource();
    }

    protected override async Task<string?> AbandonAsync()
    {
        WasAbandonedEarly = Array.IndexOf(Begun.ToArray(), "wait") >= 0 && !HasEnded;
        SinceAbandoned = Stopwatch.StartNew();
        await Task.Yield();
        if (Begun.Contains("hold")) await Released.Task;
        if (Begun.FirstOrDefault(step => step.StartsWith("linger ")) is { } linger) await Task.Delay(int.Parse(linger[7..]));
        if (Begun.Contains("balk")) throw new InvalidOperationException("cannot");
        Abandoned++;
        return "abandoned";
    }

    protected override bool TryProcessRecord()
    {
        if (AtOnce) RunAsync(CancellationToken).GetAwaiter().GetResult();
        return AtOnce;
    }

    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        finally
        {
            HasEnded = true;
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var step in Step)
        {
            Begun.Enqueue(step);
            var words = step.Split(' ', 2);
            var text = words.Length > 1 ? words[1] : "";
            switch (words[0])
            {
                case "object": WriteObject(text); break;
                case "objects": WriteObject(text.Split(','), true); break;
                case "tell":
                    Tell(() =>
                    {
                        foreach (var each in text.Split(',')) WriteObject(each);
                    });
                    break;
                case "error":
                    WriteError(new ErrorRecord(new InvalidOperationException(text), "Probe", ErrorCategory.NotSpecified, null));
                    break;
                case "warning": WriteWarning(text); break;
                case "verbose": WriteVerbose(text); break;
                case "debug": WriteDebug(text); break;
                case "information": WriteInformation(new InformationRecord(text, "Probe")); break;
                case "progress": WriteProgress(new ProgressRecord(1, text, text)); break;
                case "ask": WriteObject(Ask(() => Environment.CurrentManagedThreadId == _pipelineThread ? text : "another thread")); break;
                case "change": WriteObject(ShouldProcess(text, "Change")); break;
                case "continue": WriteObject(ShouldContinue(text, "Continue")); break;
                case "throw": throw new InvalidOperationException(text);
                case "hold" or "linger" or "balk": break; // for AbandonAsync
                case "deaf": await Released.Task; break;
                case "wait": await Task.Delay(Timeout.Infinite, cancellationToken); break;
                case "count": Count(int.Parse(text, CultureInfo.InvariantCulture), 1); break;
                case "countheavy": Count(int.Parse(text, CultureInfo.InvariantCulture), 1000); break;
                default: throw new ArgumentException(step);
            }
        }
    }

    // Does not look at the token: only what WriteObject throws ends it.
    private void Count(int count, int weight)
    {
        for (var number = 0; number < count; number++)
        {
            Said = number;
            WriteObjects([[number]], weight);
        }
    }
}

[Cmdlet(VerbsLifecycle.Invoke, "Probe")]
public sealed class InvokeProbeCommand : ProbeCmdlet
{
}

[Cmdlet(VerbsCommon.Set, "Probe", SupportsShouldProcess = true)]
public sealed class SetProbeCommand : ProbeCmdlet
{
}

// A host that gives prepared answers to questions, and logs what it shows and asks.
public sealed class AnsweringHost : PSHost
{
    private readonly AnsweringUI _ui;

    public AnsweringHost(int[] answers) => _ui = new AnsweringUI(new Queue<int>(answers), Log);

    public List<string> Log { get; } = new();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Answers";

    public override PSHostUserInterface UI => _ui;

    public override Version Version => new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class AnsweringUI : PSHostUserInterface
    {
        private readonly Queue<int> _answers;
        private readonly List<string> _log;

        public AnsweringUI(Queue<int> answers, List<string> log)
        {
            _answers = answers;
            _log = log;
        }

        public override PSHostRawUserInterface RawUI => null!;

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            var answer = _answers.Dequeue();
            _log.Add("asked, answered " + choices[answer].Label.Replace("&", ""));
            return answer;
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName,
            PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new NotSupportedException();

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteLine(string value)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record) => _log.Add("progress " + record.Activity);

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteWarningLine(string message) => _log.Add("warning " + message);
    }
}
