using LakeTools.Rules.Access;

namespace LakeTools;

/// <summary>Why something is allowed, or what is missing.</summary>
public sealed record LakeAccessReason
{
    /// <summary>A name of <see cref="AccessReasonKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>A sentence.</summary>
    public required string Text { get; init; }

    /// <summary>If something is missing: the command that grants it. Otherwise null.</summary>
    public string? Command { get; init; }

    /// <summary>Shows the sentence.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => Text;

    internal static LakeAccessReason Of(AccessReason reason) =>
        new() { Kind = reason.Kind.ToString(), Text = reason.Text, Command = reason.Command };
}
