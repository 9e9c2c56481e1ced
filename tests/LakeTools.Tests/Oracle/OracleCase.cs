namespace LakeTools.Tests.Oracle;

/// <summary>
/// A rule of AWS's documentation as something that can be asked. It is written from its page, and is changed only with its page.
/// </summary>
/// <param name="Page">The page: its file's name in Lake Formation's developer guide, or an operation of the API reference.</param>
/// <param name="Name">What the case is called.</param>
/// <param name="Rule">What the page says, in own words.</param>
/// <param name="Given">The sentences that make what the question is about.</param>
/// <param name="Ask">The question: a sentence.</param>
/// <param name="Answer">The lines of the answer. <c>refused</c> stands for whatever error AWS gives, where no page names it.</param>
/// <param name="Known">Why LakeTools answers otherwise as yet; null where it does not.</param>
public sealed record OracleCase(
    string Page, string Name, string Rule, IReadOnlyList<string> Given, string Ask, IReadOnlyList<string> Answer, string? Known)
{
    private static readonly string[] s_refusals = ["denied", "invalid", "limit", "malformed", "mismatch"];

    /// <summary>Whether Test-LakePermission is asked too.</summary>
    public bool AsksForRights => Ask.Contains(": may ", StringComparison.Ordinal);

    /// <summary>Whether an answer is the page's.</summary>
    public bool Accepts(IReadOnlyList<string> told) => Answer is ["refused"]
        ? told is [var word] && s_refusals.Contains(word)
        : told.Order(StringComparer.Ordinal).SequenceEqual(Answer.Order(StringComparer.Ordinal));

    /// <summary>The case as the table has it, with what was told instead.</summary>
    public string Told(IEnumerable<string> told) => string.Join('\n',
        [$"{Page}: {Rule}", .. Given.Select(line => "  " + line), "? " + Ask, .. Answer.Select(line => "= " + line),
            .. told.Select(line => "told: " + line)]);
}
