using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.Api;

/// <summary>
/// A service whose operations take and give members as JSON; how they are written on the wire (rest-json, json 1.1, query)
/// is the model's to say. A service registers each operation once, as reading or writing; routing, signature, model
/// checks, transaction and wire form are the router's.
/// </summary>
internal abstract class JsonApi : IDisposable
{
    private readonly HashSet<string> _unsigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonOperation> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<ApiCall, ApiException>> _failures = new(StringComparer.Ordinal);

    /// <summary>The signing name, such as <c>lakeformation</c>; also the name of its model.</summary>
    public abstract string Service { get; }

    /// <summary>Its tables.</summary>
    public abstract StorePart Part { get; }

    /// <summary>The operations that it carries out.</summary>
    public IReadOnlyDictionary<string, JsonOperation> Operations => _operations;

    /// <summary>Operations without a signature: a token in the request identifies the caller.</summary>
    public IReadOnlySet<string> Unsigned => _unsigned;

    /// <summary>Records that an operation was refused, for operations in the audit trail.</summary>
    public IReadOnlyDictionary<string, Action<ApiCall, ApiException>> Failures => _failures;

    /// <summary>
    /// The error of an operation that says in words of its own which constraint of the model a request breaks; null for the usual one.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="broken">The first constraint that is broken.</param>
    public virtual ApiException? Explain(string operation, BrokenConstraint broken) => null;

    /// <summary>
    /// Called once when a lake was opened, before its first call: for what a new lake starts with, and what a lost process left behind.
    /// </summary>
    /// <param name="store">The lake's store; outside of calls a service may open transactions of its own.</param>
    /// <param name="lake">The lake.</param>
    public virtual void Opened(LakeStore store, LakeContext lake)
    {
    }

    /// <summary>Ends what the service has running when the lake closes.</summary>
    public virtual void Dispose()
    {
    }

    /// <summary>
    /// Registers an operation that reads; where it finds something to write (<see cref="StoreSession.RequireWriting"/>), it is run once
    /// more as one that may.
    /// </summary>
    protected void Read(string operation, Func<ApiCall, JsonObject?> body) => _operations.Add(operation, new(Writes: false, body));

    /// <summary>Registers an operation that may write.</summary>
    protected void Write(string operation, Func<ApiCall, JsonObject?> body) => _operations.Add(operation, new(Writes: true, body));

    /// <summary>
    /// Registers an operation that may write, and of which the audit trail tells refusals too: those in a transaction of their own, since
    /// an operation that throws has changed nothing.
    /// </summary>
    protected void WriteAudited(string operation, Func<ApiCall, JsonObject?> body, Action<ApiCall, ApiException> onRefusal)
    {
        Write(operation, body);
        _failures.Add(operation, onRefusal);
    }

    /// <summary>Registers an operation that may write, and whose requests are not signed: it identifies the caller itself.</summary>
    protected void WriteUnsigned(string operation, Func<ApiCall, JsonObject?> body)
    {
        Write(operation, body);
        _unsigned.Add(operation);
    }
}
