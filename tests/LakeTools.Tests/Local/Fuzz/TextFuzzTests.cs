using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Operations;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Local.Fuzz;

/// <summary>
/// Texts that others write: definitions, policies, expressions, types and patterns. Each is read or refused, in bounded time and memory.
/// </summary>
public sealed class TextFuzzTests
{
    private const long MaxBytes = 256 * 1024 * 1024;

    // Far beyond what a text of a few thousand characters takes on a busy machine.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private static readonly string[] s_definitions =
    [
        "lake: 1\nname: a\nparameters: { env: { default: dev } }\ndatabases: { s: { tables: { t: { columns: { id: int } } } } }\n",
        "lake: 1\nname: '${env}'\ntags: &t { domain: [a, b] }\nexpressions: { e: *t }\n"
            + "grants:\n - { to: role/a, on: { tags: *t, kind: table }, allow: [SELECT] }\n",
        "{\"lake\": 1, \"name\": \"a\", \"include\": [\"x.yaml\"], \"owns\": [{\"database\": \"*\"}]}",
        "a: &a\n  b: *a\n  ? [*a]\n  : - &b [*b, *b]\n--- |\n text\n...\n",
    ];

    private static readonly string[] s_policies =
    [
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Resource":"arn:aws:s3:::b/*/?/*.csv"}]}""",
        """{"Statement":{"Effect":"Deny","NotAction":"s3:*","NotResource":["*"],"Condition":{"StringLike":{"s3:prefix":["a*"]}}}}""",
    ];

    [Fact]
    public void Definitions()
    {
        using var folder = new TemporaryFolder();
        var source = new DefinitionSource(new Dictionary<string, Func<string, string, DefinitionNode>>());
        var file = Path.Combine(folder.Path, "fuzz.yaml");
        FuzzRuns.Try(
            Gen.OneOf(
                Mutation.Of(s_definitions),
                Mutation.Soup("a", ": ", "- ", "\n", "\n ", "\n  ", "&a ", "*a", "[", "]", "{", "}", ", ", "? ", "${a}", "!!str ", "| ",
                    "'", "# ", "<<: ", "---\n", "lake: 1\n", "name: a\n", "grants:\n", "include: ")),
            async text =>
            {
                await File.WriteAllTextAsync(file, text);
                Bounded(() => source.Check(file, new Dictionary<string, string>()));
            });
    }

    [Fact]
    public void Policies() => FuzzRuns.Try(
        Mutation.Of(s_policies),
        text =>
        {
            Bounded(() =>
            {
                var isPolicy = PolicyDocument.Fault(text, PolicyKind.Identity) is null;
                try
                {
                    // An older version may have kept what is none.
                    foreach (var action in (ObjectAction[])[ObjectAction.Read, ObjectAction.List])
                        S3Policy.Allows(text, action, "b", "x/y/z.csv");
                }
                catch (JsonException)
                {
                    Assert.False(isPolicy);
                }
            });
            return Task.CompletedTask;
        });

    [Fact]
    public void Expressions_and_types() => FuzzRuns.Try(
        Mutation.Soup("a", "1", "'x'", " = ", " AND ", " OR ", "NOT ", "(", ")", " LIKE '%a%'", " IN (", ", ", "array<", "struct<a:",
            "map<", ">", "string", "decimal(", "int", ":"),
        text =>
        {
            Bounded(() =>
            {
                CellType.FromHive(text);
                Refusing<RowExpressionException>(() => RowExpressionParser.Parse(text));
                Refusing<RowExpressionException>(() => RowExpressionParser.ParseGlue(text));
                Refusing<LakeException>(() => HiveType.Normalize(text));
            });
            return Task.CompletedTask;
        });

    /// <summary>What .NET's expressions find, on texts too short for them to take long.</summary>
    [Fact]
    public void Patterns_match_what_expressions_match() => FuzzRuns.Try(
        from pattern in Gen.Elements('a', 'b', 'A', '*', '?', '.').ListOf()
        from text in Gen.Elements('a', 'b', 'A', '.', '\n').ListOf()
        from ignoreCase in Gen.Elements(true, false)
        select (Pattern: string.Concat(pattern.Take(8)), Text: string.Concat(text.Take(12)), ignoreCase),
        given =>
        {
            var expression = "\\A" + Regex.Escape(given.Pattern).Replace("\\*", ".*").Replace("\\?", ".") + "\\z";
            var options = RegexOptions.Singleline | RegexOptions.CultureInvariant
                | (given.ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            Assert.Equal(
                Regex.IsMatch(given.Text, expression, options),
                KeyPattern.OfAws(given.Pattern, given.ignoreCase).IsMatch(given.Text));
            return Task.CompletedTask;
        });

    /// <summary>Each takes quadratic time at most in its length, which no caller's limit lets grow beyond a few thousand.</summary>
    [Theory]
    [InlineData("*a", "b")]
    [InlineData("*?", "b")]
    [InlineData("*", "a")]
    [InlineData("[a-c]*", "d")]
    public void Patterns_take_bounded_time(string part, string end)
    {
        var pattern = string.Concat(Enumerable.Repeat(part, 500)) + end;
        Bounded(() => new KeyPattern(pattern).IsMatch(new string('a', 4000)));
        Bounded(() => KeyPattern.OfAws(pattern).IsMatch(new string('a', 4000)));
    }

    /// <summary>Glue keeps types of 131,072 characters, whatever they say.</summary>
    [Theory]
    [InlineData("array<", ">")]
    [InlineData("struct<a:", ">")]
    [InlineData("map<string,", ">")]
    [InlineData("array<", "")]
    [InlineData("(", ")")]
    public void Types_may_be_nested_to_any_depth(string open, string close)
    {
        var count = 131_072 / (open.Length + close.Length + 1);
        var type = string.Concat(Enumerable.Repeat(open, count)) + "int" + string.Concat(Enumerable.Repeat(close, count));
        Bounded(() => CellType.FromHive(type));
        Bounded(() => Refusing<LakeException>(() => HiveType.Normalize(type)));
    }

    private static void Refusing<T>(Action read)
        where T : Exception
    {
        try
        {
            read();
        }
        catch (T)
        {
            // Said in the reader's own way.
        }
    }

    private static void Bounded(Action read)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytes);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_limit);
    }
}
