namespace LakeTools.Tests.Faults;

/// <summary>A line that somebody types.</summary>
/// <param name="Cmdlet">The cmdlet that it is about.</param>
/// <param name="Line">The line.</param>
internal sealed record CmdletCase(string Cmdlet, string Line)
{
    /// <summary>It asks no service for anything.</summary>
    public bool IsSilent { get; init; }

    /// <summary>
    /// It makes several changes, of which AWS makes no unit: after an error some may stand, and running it again makes the rest.
    /// </summary>
    public bool HasSteps { get; init; }

    /// <summary>AWS counts it each time: done again, there is one more version, run or endpoint.</summary>
    public bool IsCounted { get; init; }

    /// <summary>It cannot be told from a second wish, so that it is not tried again where no answer came.</summary>
    public bool IsNotRepeated { get; init; }

    /// <summary>What makes room for another try where an error says that something was left behind.</summary>
    public string? Remedy { get; init; }

    /// <summary>It tells what went wrong in what it emits.</summary>
    public bool Reports { get; init; }
}
