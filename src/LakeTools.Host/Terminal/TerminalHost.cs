using System.Globalization;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace LakeTools.Host.Terminal;

/// <summary>The host that the engine talks to.</summary>
internal sealed class TerminalHost(HostedSessionOptions options) : PSHost, IHostSupportsInteractiveSession
{
    private readonly TerminalUI _terminal = new(options);
    private readonly Stack<InteractivePrompt> _nested = new();

    public int? ExitCode { get; private set; }

    public TerminalUI Terminal => _terminal;

    public override string Name => "LakeTools.Host";

    public override Version Version { get; } = typeof(TerminalHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _terminal;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public Runspace Runspace { get; set; } = null!;

    public bool IsRunspacePushed => false;

    public HostedSession? Session { get; set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt()
    {
        if (options.NonInteractive || Session is null)
            throw new PSInvalidOperationException("A nested prompt needs an interactive session.");
        var prompt = new InteractivePrompt(Session, isNested: true);
        _nested.Push(prompt);
        prompt.Run();
        _nested.Pop();
    }

    public override void ExitNestedPrompt()
    {
        if (_nested.TryPeek(out var prompt)) prompt.Leave();
    }

    public override void NotifyBeginApplication() => _terminal.HideProgress();

    public override void NotifyEndApplication() => _terminal.HideProgress();

    public void PopRunspace() => throw new PSNotSupportedException("Remote runspaces cannot be entered here.");

    public void PushRunspace(Runspace runspace) => throw new PSNotSupportedException("Remote runspaces cannot be entered here.");

    public void Finish() => _terminal.HideProgress();
}
