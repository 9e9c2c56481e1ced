using System.Management.Automation;
using System.Reflection;
using LakeTools.Cmdlets.Input;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>
/// The base class of every cmdlet that uses a lake. Only this class converts exceptions and progress of Core for PowerShell.
/// An exception of a body is a non-terminating error of the current item, so the rest of the pipeline continues. Only errors
/// that would occur for every further item (no credentials, no Region) end the pipeline.
/// </summary>
public abstract class LakeCmdlet : AsyncCmdlet
{
    private LakeConnection? _connection;
    private readonly PropertyInfo? _catalogId; // null if the command is about no catalog
    private readonly InputProperties? _input; // null if the command does not read piped objects
    private PipedRows? _rows; // null until an object is piped
    private PipedNames? _names; // null until an object is piped
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal); // the sources of files

    /// <summary>Creates the cmdlet.</summary>
    protected LakeCmdlet()
    {
        _input = this is IInputTaker taker ? new InputProperties(taker) : null;
        _catalogId = GetType().GetProperty("CatalogId", typeof(string));
    }

    /// <summary>
    /// <para type="description">The connection to use, as Connect-Lake -PassThru returns it. The default is the default
    /// connection: the one that Connect-Lake made last. If there is none, the AWS SDK's default credentials and Region.</para>
    /// </summary>
    [Parameter]
    public virtual LakeConnection? Connection { get; set; }

    /// <summary>The connection that this invocation uses.</summary>
    protected LakeConnection Lake => _connection ??= Connection ?? Ask(() => DefaultConnection.Get(SessionState));

    /// <summary>Whether a parameter was typed, bound from the pipeline, or set by a piped object.</summary>
    private protected bool IsGiven(string parameter) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) || _input?.Gave(parameter) == true;

    /// <summary>Whether the piped object is what the Get command of the noun returns, and not a row of parameters.</summary>
    private protected bool IsCopy => this is IInputTaker taker && _input?.IsKind(taker.InputObject) == true;

    /// <summary>Like <see cref="IsCopy"/>, also if it was a row of a CSV file or an object of a JSON file in the meantime.</summary>
    private protected bool IsCopyOrRow => IsCopy || (this is IInputTaker taker && _input?.IsRowOfKind(taker.InputObject) == true);

    /// <summary>The object of the current record. Null if none is piped.</summary>
    private protected PSObject? CurrentObject => _rows?.Current;

    /// <summary>Whether the piped object, or the row of a file, is of this module, and all types that it can have meet a condition.
    /// </summary>
    private protected bool IsPipedAs(Func<Type, bool> condition) =>
        CurrentObject is { } input && OwnKinds.Of(input).ToList() is { Count: > 0 } kinds && kinds.TrueForAll(kind => condition(kind));

    /// <summary>Whether the piped object is what the Get command of another noun returns.</summary>
    private protected bool IsOfOtherKind => this is IInputTaker { InputObject: { } input } && _input!.IsForeign(input);

    /// <summary>Writes every item when it is read.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The work.</returns>
    protected async Task WriteAllAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items.WithCancellation(CancellationToken).ConfigureAwait(false)) WriteObject(item);
    }

    /// <summary>Writes the result of a change when it has been made.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="change">The change.</param>
    /// <returns>The work.</returns>
    protected async Task WriteResultAsync<T>(Task<Written<T>> change) =>
        WriteObject(await (await change.ConfigureAwait(false)).ReadAsync(CancellationToken).ConfigureAwait(false));

    /// <summary>Runs one of several operations. A failure is a non-terminating error, and the others can continue.</summary>
    /// <param name="work">The work.</param>
    /// <param name="target">The target object if the exception has none.</param>
    /// <returns>True if it succeeded.</returns>
    protected async Task<bool> TryAsync(Func<Task> work, object? target = null)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
        {
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, target));
            return false;
        }
    }

    /// <summary>Runs one of several synchronous operations, like <see cref="TryAsync"/>.</summary>
    /// <param name="work">The work.</param>
    /// <param name="target">The target object if the exception has none.</param>
    /// <returns>True if it succeeded.</returns>
    protected bool Try(Action work, object? target = null)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception exception) when (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
        {
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, target));
            return false;
        }
    }

    /// <summary>Writes the files of one of several inputs. They do not replace files of an earlier one.</summary>
    /// <param name="files">The absolute paths.</param>
    /// <param name="source">The input.</param>
    /// <param name="write">Reads what belongs into the files, and writes them.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>FileAmbiguous</c>.</exception>
    protected async Task WriteFilesAsync(IReadOnlyList<string> files, string source, Func<Task> write)
    {
        if (files.FirstOrDefault(_written.ContainsKey) is { } taken)
            throw Fault.FileAmbiguous(source, _written[taken], source, taken);
        foreach (var file in files) _written.Add(file, source);
        try
        {
            await write().ConfigureAwait(false);
        }
        catch
        {
            foreach (var file in files) _written.Remove(file); // the next input can have them
            throw;
        }
    }

    /// <summary>Writes the error of one of several entries of a call.</summary>
    /// <param name="failure">The error, whose target is the entry.</param>
    protected void WriteFailure(LakeException failure) => WriteError(ErrorRecords.From(failure, MyInvocation.MyCommand.Name, null));

    /// <summary>Shows the progress of operations that take longer than a second.</summary>
    /// <returns>The reporter for Core.</returns>
    protected ProgressReporter Progress() => new(WriteProgress);

    /// <inheritdoc/>
    protected override void BeginRecord()
    {
        _input?.Take(MyInvocation.BoundParameters, WasTyped);
        if (_catalogId?.GetValue(this) is string { Length: > 0 } catalog) DatabaseService.CheckCatalogId(catalog);
        if (MyInvocation.ExpectingInput)
        {
            _rows ??= new PipedRows(this, _input?.Names ?? []);
            _rows.Check(WasTyped, name => _input?.Gave(name) == true, IsCopyOrRow);
            (_names ??= new PipedNames(this)).Take(_rows.Current, WasTyped);
        }

        RequiredChange.Check(this, WasTyped);
        if (_input is null) return;
        var input = (IInputTaker)this;
        if (IsCopy && string.Join(", ", input.NotTaken.Concat(UnreadTags(input))) is { Length: > 0 } lost)
            WriteWarning($"Not copied from {input.InputObject}: {lost}.");
    }

    // Tags are read by a call of their own, which not every Get command makes.
    private IEnumerable<string> UnreadTags(IInputTaker input)
    {
        const string tag = "Tag";
        if (GetType().GetProperty(tag) is null || IsGiven(tag)) yield break;
        if (input.InputObject!.Properties[tag] is not { } property)
            yield return "the tags, which the piped object does not have (use -Tag)";
        else if (property.Value is null) yield return "the tags, which were not read (use -IncludeTag or -Tag)";
    }

    /// <inheritdoc/>
    protected override void OnFailure(Exception exception)
    {
        if (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, null));
        else base.OnFailure(exception);
    }
}
