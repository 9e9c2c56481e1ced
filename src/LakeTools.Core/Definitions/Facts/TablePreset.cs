using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>
/// The table format in a definition. The state has no such facts: they represent the facts of Glue's own shape that a new table
/// of the format has.
/// </summary>
internal static class TablePreset
{
    /// <summary>The format of tables that no preset describes.</summary>
    private const string NoFormat = "none";

    public const string Format = "format";
    private const string Quote = "quote";

    private static readonly string[] s_names = [.. TableFormat.Names, TableFormat.Iceberg];

    /// <summary>The properties of a preset.</summary>
    public static ServiceFacts<NewTableOptions, NewTableOptions> All { get; } = new()
    {
        {
            Format, Shapes.Choice(
                [.. s_names, NoFormat], TableFormat.Names[0], s_names.Select(name => name.ToLowerInvariant())),
            options => options.Format, (options, format) => options with { Format = format! },
            Fact.Optional, "The format of the files; none if class names or an engine define it."
        },
        {
            "delimiter", Shapes.Sign, options => options.Delimiter, (options, sign) => options with { Delimiter = sign },
            Fact.Optional, "What parts the fields of a line: one character, or \\t."
        },
        {
            Quote, Shapes.Sign, options => options.QuoteCharacter, (options, sign) => options with { QuoteCharacter = sign },
            Fact.Optional, "What encloses fields."
        },
        {
            "header", Shapes.Truth, options => options.Header ? true : null,
            (options, header) => options with { Header = header == true },
            Fact.Optional, "The first line of each file has the names of the columns."
        },
    };

    /// <summary>Whether a definition says a format, and not the classes of one.</summary>
    public static bool HasFormat(IReadOnlyDictionary<string, string> said) => said.GetValueOrDefault(Format) is not (null or NoFormat);

    /// <summary>The properties that a table of the format that is said does not have.</summary>
    public static IEnumerable<string> Unused(IReadOnlyDictionary<string, string> said)
    {
        if (said.GetValueOrDefault(Format) is not { } format) return [];
        IEnumerable<string> own = [.. All.Keys.Where(key => key != Format), .. format == NoFormat ? [] : TableFacts.OfView];
        if (format == TableFormat.Iceberg) return [.. own, .. TableFacts.Classes, TableFacts.SerdeParameters, TableFacts.Partitions];
        if (format == NoFormat) return TableFacts.IsIceberg(said) ? own : [.. own, TableFacts.Transforms];
        IEnumerable<string> none = [TableFacts.Transforms, .. TableFacts.OfView];
        return TableFormat.Of(format).Classification == "csv" ? none : [Quote, .. none];
    }

    /// <summary>The facts of a table in a definition: those of its preset, and over them what is said.</summary>
    /// <param name="said">The properties of the definition, including the preset's.</param>
    public static IReadOnlyDictionary<string, string> Complete(IReadOnlyDictionary<string, string> said)
    {
        var beside = said.Where(fact => !All.Keys.Contains(fact.Key));
        var made = said[Format] == NoFormat ? StateItem.FactsOf() : FactsOf(All.Make(Options(TableFormat.Names[0]), said));
        return StateItem.FactsOf(made.Concat(beside).Select(fact => (fact.Key, (string?)fact.Value)));
    }

    /// <summary>The facts of a table as a definition says them: a preset where one fits, and what the table has beyond it.</summary>
    public static IReadOnlyDictionary<string, string> Shorten(IReadOnlyDictionary<string, string> facts)
    {
        foreach (var preset in Candidates(facts))
        {
            var made = FactsOf(preset);
            if (!made.All(fact => facts.GetValueOrDefault(fact.Key) == fact.Value)) continue;
            return StateItem.FactsOf(facts.Where(fact => !made.ContainsKey(fact.Key)).Concat(All.Of(preset))
                .Select(fact => (fact.Key, (string?)fact.Value)));
        }

        return StateItem.FactsOf(facts.Select(fact => (fact.Key, (string?)fact.Value)).Append((Format, NoFormat)));
    }

    // Columns are never a preset's.
    private static IReadOnlyDictionary<string, string> FactsOf(NewTableOptions preset)
    {
        var input = TableMapping.ToInput(preset);
        var table = TableMapping.ToTable(new Table
        {
            TableType = input.TableType, Parameters = input.Parameters, StorageDescriptor = input.StorageDescriptor,
        });
        return StateItem.FactsOf(TableFacts.All.Of(table).Where(fact => fact.Key != TableFacts.Columns)
            .Select(fact => (fact.Key, (string?)fact.Value)));
    }

    private static IEnumerable<NewTableOptions> Candidates(IReadOnlyDictionary<string, string> facts)
    {
        if (!TableFacts.Classes.Any(facts.ContainsKey)) yield return Options(TableFormat.Iceberg);
        char? Sign(string name) => facts.GetValueOrDefault(name) is { Length: 1 } text ? text[0] : null;
        foreach (var format in TableFormat.Names)
        {
            yield return Options(format) with
            {
                Delimiter = TableFormat.Of(format).Delimiter is { } usual
                    && (Sign("serde.separatorChar") ?? Sign("serde.field.delim")) is { } sign && sign != usual ? sign : null,
                QuoteCharacter = Sign("serde.quoteChar"),
                Header = facts.GetValueOrDefault("parameter.skip.header.line.count") == "1",
            };
        }
    }

    private static NewTableOptions Options(string format) => new() { DatabaseName = "", Name = "", Format = format };
}
