using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>Reads and changes the things of one kind in a lake. The only part of the engine that makes calls.</summary>
internal interface IStateStore
{
    /// <summary>The kind.</summary>
    StateKind Kind { get; }

    /// <summary>Reads the things that a scope names.</summary>
    /// <param name="scope">The wanted items.</param>
    /// <param name="known">The things of the kinds before this one.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The things.</returns>
    IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known, CancellationToken cancellationToken);

    /// <summary>Carries one change out. Doing it twice does no harm: what is as it should be already is left.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    Task ApplyAsync(StateChange change, CancellationToken cancellationToken);
}
