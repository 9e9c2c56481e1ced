namespace LakeTools.Host.Pester;

/// <summary>What is judged: what came through the pipe is a collection of its items; what came by -ActualValue is one item.</summary>
public sealed class ActualInput
{
    public ActualInput(bool isPiped, List<object?> piped, object? single)
    {
        Items = isPiped ? piped : [single];
        Value = ShouldValue.Bare(isPiped ? piped.Count == 1 ? piped[0] : piped.Count == 0 ? null : piped.ToArray() : single);
        IsEmpty = isPiped && piped.Count == 0;
    }

    /// <summary>The items.</summary>
    public IReadOnlyList<object?> Items { get; }

    /// <summary>The one item, or all as an array.</summary>
    public object? Value { get; }

    /// <summary>Nothing came through the pipe.</summary>
    public bool IsEmpty { get; }
}
