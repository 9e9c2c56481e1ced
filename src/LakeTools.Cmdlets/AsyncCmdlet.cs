using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using System.Runtime.ExceptionServices;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets;

/// <summary>
/// A cmdlet with an asynchronous body. The body runs on the thread pool, and a <see cref="PipelineBridge"/> passes its messages to the
/// engine. If the pipeline ends early, an <see cref="Abandonment"/> undoes incomplete changes.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    /// <summary>The time that the pipeline waits for an abandonment, so its warning comes before the next prompt.</summary>
    private static readonly TimeSpan s_warningTime = TimeSpan.FromSeconds(1);

    private readonly PipelineBridge _bridge;
    private readonly bool _changesThings;
    private PSHost? _host; // null until the pipeline begins
    private TypedParameters? _typed; // null until the pipeline begins
    private bool _isOver;
    private Task _abandonment = Task.CompletedTask;

    /// <summary>Creates the cmdlet.</summary>
    protected AsyncCmdlet() => _bridge = new PipelineBridge(this,
        _changesThings = GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsShouldProcess: true });

    /// <summary>Cancelled when the pipeline is stopped, by Ctrl+C or by a later command in the pipeline.</summary>
    protected CancellationToken CancellationToken => _bridge.Token;

    /// <summary>
    /// Releases the resources of the cmdlet, without waiting. If another command has ended the pipeline between two records, the engine
    /// calls only this method: then <see cref="AbandonAsync"/> starts here, and the resources that it needs are released after it.
    /// </summary>
    public void Dispose()
    {
        Abandon();
        GC.SuppressFinalize(this);
        if (_abandonment.IsCompleted) Dispose(true);
        else _abandonment.ContinueWith(_ => Dispose(true), TaskScheduler.Default);
    }

    /// <summary>The asynchronous BeginProcessing.</summary>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected virtual Task BeginProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The asynchronous ProcessRecord.</summary>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected virtual Task ProcessRecordAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Prepares a record on the pipeline's thread, before <see cref="TryProcessRecord"/>.</summary>
    protected virtual void BeginRecord()
    {
    }

    /// <summary>Whether a parameter was typed, and not bound from the pipeline.</summary>
    /// <param name="parameter">The parameter.</param>
    protected bool WasTyped(string parameter) => _typed?.Contains(parameter) == true;

    /// <summary>
    /// Processes a record immediately on the pipeline's thread, for commands that collect many small records: the thread pool would
    /// cost more than the record. Exceptions are reported like those of the body.
    /// </summary>
    /// <returns>False to process the record with <see cref="ProcessRecordAsync"/>.</returns>
    protected virtual bool TryProcessRecord() => false;

    /// <summary>The asynchronous EndProcessing.</summary>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected virtual Task EndProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Undoes or counts incomplete changes, if the pipeline ends before <see cref="EndProcessingAsync"/> has completed: it was
    /// stopped, or another command or an error ended it. Runs once, after the current body, outside of the pipeline. The pipeline accepts
    /// no further messages then, so the message for the user is the result.
    /// </summary>
    /// <returns>A warning, which the host shows; null for none.</returns>
    protected virtual Task<string?> AbandonAsync() => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _host = Host;
        _typed = new TypedParameters(this);
        StreamPreference.AskNothingForDebug(this);
        OrAbandon(() => Pump(BeginAsync));
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => OrAbandon(TakeRecord);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => OrAbandon(() =>
    {
        _isOver = _typed!.Empty is not null || Pump(EndProcessingAsync);
        if (_changesThings) CompletionMemory.Forget();
        if (!_isOver) AbandonForAMoment();
    });

    /// <inheritdoc/>
    protected override void StopProcessing() => _bridge.Stop();

    /// <summary>Releases the resources of the cmdlet.</summary>
    /// <param name="disposing">True when called by Dispose.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _bridge.Dispose();
    }

    /// <summary>
    /// Ends the pipeline with an error record for an exception of the body. Exceptions of the engine are thrown unchanged. Runs on
    /// the pipeline's thread.
    /// </summary>
    /// <param name="exception">The exception of the body.</param>
    protected virtual void OnFailure(Exception exception)
    {
        if (ErrorRecords.IsOfEngine(exception)) ExceptionDispatchInfo.Throw(exception);
        ThrowTerminatingError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, null));
    }

    /// <summary>Makes the path of a file or folder absolute against PowerShell's current location.</summary>
    /// <param name="path">A path of the file system; wildcards are not expanded.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="LakeException"><c>PathNotFileSystem</c>.</exception>
    protected string FullPath(string path) => Ask(() => FileSystemPath.Full(SessionState.Path, path));

    /// <summary>Ends the pipeline with an error.</summary>
    /// <param name="error">The error.</param>
    protected new void ThrowTerminatingError(ErrorRecord error) => base.ThrowTerminatingError(Readable(error));

    /// <summary>Writes an object.</summary>
    /// <param name="value">The object.</param>
    protected new void WriteObject(object? value) => Say(static (cmdlet, value) => cmdlet.WriteObject(value), value);

    /// <summary>Writes an object, or each item of a collection.</summary>
    /// <param name="value">The object. Items are read on the pipeline's thread, perhaps later.</param>
    /// <param name="enumerateCollection">True to write the items.</param>
    protected new void WriteObject(object? value, bool enumerateCollection)
    {
        if (enumerateCollection) Say(static (cmdlet, value) => cmdlet.WriteObject(value, true), value);
        else WriteObject(value);
    }

    /// <summary>Writes each item of collections that come one after the other.</summary>
    /// <param name="parts">The collections, which are read on the pipeline's thread, perhaps later. The engine holds all items of a
    /// collection at once, and the garbage collector copies those that it meets: short collections are quicker than one long one.</param>
    /// <param name="weight">The number of objects that they count as, for the limit of objects ahead of the pipeline.</param>
    protected void WriteObjects(IEnumerable<IEnumerable<object>> parts, int weight) => Say(
        static (cmdlet, value) =>
        {
            foreach (var part in (IEnumerable<IEnumerable<object>>)value!) cmdlet.WriteObject(part, true);
        },
        parts,
        weight);

    /// <summary>Writes a non-terminating error.</summary>
    /// <param name="error">The error.</param>
    protected new void WriteError(ErrorRecord error) =>
        Say(static (cmdlet, value) => cmdlet.WriteError(((AsyncCmdlet)cmdlet).Readable((ErrorRecord)value!)), error);

    /// <summary>Writes a warning.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteWarning(string text) => Say(static (cmdlet, value) => cmdlet.WriteWarning((string)value!), PlainLine.Of(text));

    /// <summary>Writes a verbose message.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteVerbose(string text) => Say(static (cmdlet, value) => cmdlet.WriteVerbose((string)value!), PlainLine.Of(text));

    /// <summary>Writes a debug message.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteDebug(string text) => Say(static (cmdlet, value) => cmdlet.WriteDebug((string)value!), PlainLine.Of(text));

    /// <summary>Writes an information record.</summary>
    /// <param name="record">The record.</param>
    protected new void WriteInformation(InformationRecord record) =>
        Say(static (cmdlet, value) => cmdlet.WriteInformation((InformationRecord)value!), record);

    /// <summary>Shows progress.</summary>
    /// <param name="record">The progress.</param>
    protected new void WriteProgress(ProgressRecord record) =>
        Say(static (cmdlet, value) => cmdlet.WriteProgress((ProgressRecord)value!), record);

    /// <summary>Returns whether to continue, by -WhatIf and -Confirm.</summary>
    /// <param name="target">The target of the change.</param>
    /// <param name="action">The change.</param>
    /// <returns>True to go on.</returns>
    protected new bool ShouldProcess(string target, string action) =>
        Ask(() => IsForced() || HostQuestions.Confirm(this, () => base.ShouldProcess(PlainLine.Of(target), PlainLine.Of(action))));

    private bool IsForced() => this is IForceable { Force.IsPresent: true } && !MyInvocation.BoundParameters.ContainsKey("Confirm")
        && !LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf)
            ? whatIf : GetVariableValue("WhatIfPreference"));

    /// <summary>Asks a question that -Confirm does not cover.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its title.</param>
    /// <returns>True for yes.</returns>
    protected new bool ShouldContinue(string query, string caption) =>
        Ask(() => HostQuestions.Confirm(this, () => base.ShouldContinue(PlainLine.Of(query), PlainLine.Of(caption))));

    /// <summary>
    /// Runs a function on the pipeline's thread, after all earlier messages. Session state and providers can be used only there.
    /// </summary>
    /// <param name="question">The function to run.</param>
    /// <returns>Its result.</returns>
    protected T Ask<T>(Func<T> question) => _bridge.Ask(question);

    /// <summary>Passes several messages as one: a body that makes changes waits once, and not after each.</summary>
    /// <param name="messages">Writes them, on the pipeline's thread, perhaps later.</param>
    protected void Tell(Action messages) => Say(static (_, value) => ((Action)value!)(), messages);

    private ErrorRecord Readable(ErrorRecord error) => ErrorRecords.Readable(error, SessionState.PSVariable.GetValue("ErrorView"));

    private void TakeRecord()
    {
        if (_typed!.Empty is not null) return; // its error is written
        try
        {
            _typed!.RequireItems(MyInvocation.BoundParameters);
            BeginRecord();
            if (TryProcessRecord()) return;
        }
        catch (Exception exception)
        {
            OnFailure(exception);
            return;
        }

        Pump(ProcessRecordAsync);
    }

    /// <summary>Waits for abandonments of earlier cmdlets, which could otherwise undo changes of this cmdlet.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        _typed!.RequireValues();
        await Abandonment.UnderWay.WaitAsync(cancellationToken).ConfigureAwait(false);
        await BeginProcessingAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a body and processes its messages.</summary>
    /// <returns>False if it failed with a non-terminating error.</returns>
    private bool Pump(Func<CancellationToken, Task> body)
    {
        if (_bridge.Run(StreamPreference.Shows(this, "Debug") ? Traced(body) : body) is not { } failure) return true;
        OnFailure(failure);
        return false;
    }

    // -Debug shows each call.
    private Func<CancellationToken, Task> Traced(Func<CancellationToken, Task> body) => token =>
    {
        CallTrace.Listen(text =>
        {
            try
            {
                WriteDebug(text);
            }
            catch (PipelineStoppedException)
            {
                // The pipeline has ended. The call itself is not affected.
            }
        });
        return body(token);
    };

    private void OrAbandon(Action work)
    {
        try
        {
            work();
        }
        catch
        {
            AbandonForAMoment();
            throw;
        }
    }

    private void AbandonForAMoment()
    {
        Abandon();
        if (_bridge.Body.IsCompleted) _abandonment.Wait(s_warningTime); // else what follows the body takes longer than that
    }

    private void Abandon()
    {
        if (_isOver || _host is null) return;
        _isOver = true;
        _abandonment = Abandonment.Begin(_bridge.Body, AbandonAsync, MyInvocation.MyCommand.Name, _host.UI);
    }

    private void Say(Action<Cmdlet, object?> deliver, object? value, int weight = 1) => _bridge.Say(new Message(deliver, value), weight);
}
