namespace LakeTools.Tests.Oracle;

/// <summary>Reads the table of the oracle: the files of <c>Oracle/Cases</c>.</summary>
/// <remarks>
/// A file is lines, and what a line is shows in how it begins:
/// <code>
/// # for whoever reads the file
/// page lf-permissions-reference
/// name-of-a-case: The rule in own words.
///   who: what makes the ground
///   ? who: the question
///   = a line of the answer
///   ! why LakeTools answers otherwise as yet
/// </code>
/// A page holds for all cases below it. The sentences are those of <c>oracle.py</c>.
/// </remarks>
internal static class OracleText
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests/LakeTools.Tests/Oracle/Cases");

    private static readonly Lazy<IReadOnlyDictionary<string, OracleCase>> s_cases = new(() =>
        Directory.GetFiles(s_folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)
            .ToDictionary(item => item.Name, StringComparer.Ordinal));

    /// <summary>What every lake begins with.</summary>
    public static IReadOnlyList<string> World { get; } =
    [
        "admin: register s3://lake",
        "admin: create database sales",
        "admin: create table sales.orders (id:int,day:string,amount:double|region:string) at s3://lake/sales/orders",
        "admin: create table sales.items (id:int,name:string) at s3://lake/sales/items",
        "admin: set AllowExternalDataFiltering to true",
        "admin: set ExternalDataFilteringAllowList to 111122223333",
        "admin: set AuthorizedSessionTagValueList to engine",
    ];

    /// <summary>The cases by name.</summary>
    public static IReadOnlyDictionary<string, OracleCase> Cases => s_cases.Value;

    private static IEnumerable<OracleCase> Read(string file)
    {
        string? page = null;
        OracleCase? open = null;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == ' ')
            {
                if (open is null) throw Wrong(file, index, "it belongs to no case");
                open = With(open, line[2..], text => Wrong(file, index, text));
                continue;
            }

            if (open is not null) yield return Whole(open, text => Wrong(file, index, text));
            open = null;
            if (line.StartsWith("page ", StringComparison.Ordinal)) page = line[5..];
            else if (page is null) throw Wrong(file, index, "no page is named above it");
            else if (line.Split(": ", 2) is [var name, var rule]) open = new OracleCase(page, name, rule, [], "", [], null);
            else throw Wrong(file, index, "a case is 'name: rule'");
        }

        if (open is not null) yield return Whole(open, text => Wrong(file, -1, text));
    }

    private static OracleCase With(OracleCase item, string line, Func<string, Exception> wrong) => line.Split(' ', 2) switch
    {
        ["?", var ask] => item.Ask.Length == 0 ? item with { Ask = ask } : throw wrong("a case has one question"),
        ["=", var answer] => item with { Answer = [.. item.Answer, answer] },
        ["!", var known] => item with { Known = known },
        _ => item with { Given = [.. item.Given, line] },
    };

    private static OracleCase Whole(OracleCase item, Func<string, Exception> wrong) =>
        item.Ask.Length > 0 && item.Answer.Count > 0 ? item : throw wrong($"{item.Name} above has no question or no answer");

    private static InvalidDataException Wrong(string file, int index, string text) =>
        new($"{Path.GetFileName(file)}, line {index + 1}: {text}.");
}
