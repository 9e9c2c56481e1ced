using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Security;

namespace LakeTools.Host.Terminal;

/// <summary>What a person sees and types, with pwsh's colours and prompts.</summary>
internal sealed class TerminalUI : PSHostUserInterface
{
    private readonly HostedSessionOptions _options;
    private readonly TerminalRawUI _raw;
    private readonly ProgressLine _progress;
    private readonly TerminalInput _input;
    private readonly TextWriter _error;
    private readonly LineEditor? _editor;

    public TerminalUI(HostedSessionOptions options)
    {
        _options = options;
        _error = options.Error ?? options.Output;
        _raw = new TerminalRawUI(options);
        _progress = new ProgressLine(options.Output, options.IsTerminal && options.SupportsVirtualTerminal, () => _raw.BufferSize.Width);
        _input = new TerminalInput(options);
        if (options.IsTerminal) _editor = new LineEditor(options.Output);
    }

    public override PSHostRawUserInterface RawUI => _raw;

    public override bool SupportsVirtualTerminal => _options.SupportsVirtualTerminal;

    public override void Write(string value)
    {
        HideProgress();
        _options.Output.Write(Shown(value));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        HideProgress();
        _options.Output.Write(Painted(AnsiColor.Sequence(foregroundColor, backgroundColor, _raw), value));
    }

    public override void WriteLine(string value)
    {
        HideProgress();
        _options.Output.WriteLine(Shown(value));
    }

    public override void WriteErrorLine(string value)
    {
        HideProgress();
        _error.WriteLine(Painted(PSStyle.Instance.Formatting.Error, value));
    }

    public override void WriteWarningLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Warning, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(sourceId, record);

    public override string ReadLine()
    {
        _input.DemandInteractive();
        HideProgress();
        return _input.ReadLine() ?? "";
    }

    public override SecureString ReadLineAsSecureString()
    {
        _input.DemandInteractive();
        HideProgress();
        return _input.ReadSecret();
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        _input.DemandInteractive();
        return new FieldPrompt(this, _input).Ask(caption, message, descriptions);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _input.DemandInteractive();
        return new ChoicePrompt(this, _input).Ask(caption, message, choices, defaultChoice);
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        _input.DemandInteractive();
        return new CredentialPrompt(this, _input).Ask(caption, message, userName)!;
    }

    /// <summary>Reads a command at the prompt; null at the end of the input.</summary>
    public string? ReadCommandLine()
    {
        HideProgress();
        return _editor is null ? _input.ReadLine() : _editor.Read();
    }

    public void HideProgress() => _progress.Hide();

    private void WriteMessage(string style, string message)
    {
        HideProgress();
        _options.Output.WriteLine(Painted(style, message));
    }

    private string Painted(string style, string text) =>
        !SupportsVirtualTerminal || PSStyle.Instance.OutputRendering == OutputRendering.PlainText
            ? Shown(text)
            : style + text + PSStyle.Instance.Reset;

    private string Shown(string text) => GetOutputString(text, SupportsVirtualTerminal);
}
