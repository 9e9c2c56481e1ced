using System.Xml.Linq;
using LakeTools.Help.Commands;
using LakeTools.Help.Markdown;
using LakeTools.Help.Pages;

namespace LakeTools.Help.Output;

/// <summary>
/// Makes the MAML that Get-Help reads: words are the pages', while types, positions, sets and what binds from the pipeline are the code's.
/// </summary>
internal static class MamlWriter
{
    private const int Width = 100;

    /// <summary>The type of what binds by its properties: any object's.</summary>
    private const string ByProperty = "PSObject";

    private static readonly XNamespace s_help = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The document for all cmdlets that have a page.</summary>
    /// <param name="commands">The cmdlets with their pages.</param>
    /// <param name="common">The texts of parameters that a page leaves out, by their names.</param>
    /// <param name="project">The address of the pages on the web, for Get-Help -Online. Null if it is not known.</param>
    public static XDocument Write(
        IEnumerable<(CommandShape Command, CmdletPage Page)> commands,
        IReadOnlyDictionary<string, IReadOnlyList<Block>> common,
        ProjectAddress? project) => new(
        new XElement(s_help + "helpItems", new XAttribute("schema", "maml"),
            commands.Select(pair => Command(pair.Command, pair.Page, common, project))));

    private static XElement Command(
        CommandShape command, CmdletPage page, IReadOnlyDictionary<string, IReadOnlyList<Block>> common, ProjectAddress? project)
    {
        var texts = page.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Text);
        var name = command.Name.Split('-');
        return new XElement(s_command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", s_maml),
            new XAttribute(XNamespace.Xmlns + "command", s_command),
            new XAttribute(XNamespace.Xmlns + "dev", s_dev),
            new XElement(s_command + "details",
                new XElement(s_command + "name", command.Name),
                new XElement(s_command + "verb", name[0]),
                new XElement(s_command + "noun", name[1]),
                new XElement(s_maml + "description", Para(page.Synopsis))),
            new XElement(s_maml + "description", Paras(page.Description)),
            new XElement(s_command + "syntax", command.Sets.Select(set => SyntaxItem(command, set))),
            new XElement(s_command + "parameters", command.Parameters
                .OrderBy(parameter => page.Parameters.ToList().FindIndex(text => text.Name == parameter.Name))
                .Select(parameter => Parameter(
                    parameter,
                    Summary(parameter),
                    texts.GetValueOrDefault(parameter.Name) ?? common.GetValueOrDefault(parameter.Name) ?? []))),
            new XElement(s_command + "inputTypes", Exchanged("inputType", InputTypes(command), page.Inputs)),
            new XElement(s_command + "returnValues", Exchanged("returnValue", command.OutputTypes, page.Outputs)),
            new XElement(s_maml + "alertSet",
                new XElement(s_maml + "alert", Paras(page.Notes), Para("Errors:"), page.Errors.Select(Error))),
            new XElement(s_command + "examples", page.Examples.Select(Example)),
            new XElement(s_maml + "relatedLinks", project is null ? null : new XElement(s_maml + "navigationLink",
                new XElement(s_maml + "linkText", "Online version:"),
                new XElement(s_maml + "uri", project.File($"docs/{command.Name}.md")))));
    }

    private static XElement SyntaxItem(CommandShape command, string set) => new(s_command + "syntaxItem",
        new XElement(s_maml + "name", command.Name),
        command.Parameters.Where(parameter => !parameter.IsHidden)
            .Select(parameter => (Parameter: parameter, Place: parameter.In(set)!)).Where(pair => pair.Place is not null)
            .OrderBy(pair => pair.Place.Position ?? int.MaxValue).ThenBy(pair => !pair.Place.IsMandatory)
            .Select(pair => Parameter(pair.Parameter, pair.Place, [])));

    /// <summary>The place of a parameter in all its sets: mandatory if it is mandatory in each of them.</summary>
    private static ParameterPlace Summary(ParameterShape parameter)
    {
        var places = parameter.Places.Values.ToList();
        return new ParameterPlace(
            places.All(place => place.IsMandatory),
            places.Select(place => place.Position).FirstOrDefault(position => position is not null),
            places.Any(place => place.FromPipeline),
            places.Any(place => place.FromProperty));
    }

    private static XElement Parameter(ParameterShape parameter, ParameterPlace place, IReadOnlyList<Block> text) => new(
        s_command + "parameter",
        new XAttribute("required", Lower(place.IsMandatory)),
        new XAttribute("variableLength", Lower(parameter.TypeName.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Lower(parameter.TakesWildcards)),
        new XAttribute("pipelineInput", (place.FromPipeline, place.FromProperty) switch
        {
            (true, true) => "true (ByValue, ByPropertyName)",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "false",
        }),
        new XAttribute("position", place.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(s_maml + "name", parameter.Name),
        text.Count == 0 ? null : new XElement(s_maml + "description", Paras(text)),
        parameter.IsSwitch ? null : new XElement(s_command + "parameterValue",
            new XAttribute("required", "true"), new XAttribute("variableLength", "false"), parameter.TypeName),
        new XElement(s_dev + "type", new XElement(s_maml + "name", parameter.TypeName)),
        new XElement(s_dev + "defaultValue", DefaultValue.In(text) ?? (parameter.IsSwitch ? "False" : "None")));

    private static XElement Exchanged(string kind, IReadOnlyList<string> types, IReadOnlyList<Block> text) => new(s_command + kind,
        new XElement(s_dev + "type", new XElement(s_maml + "name", types.Count == 0 ? "None" : string.Join(", ", types))),
        new XElement(s_maml + "description", Paras(text)));

    private static List<string> InputTypes(CommandShape command) =>
    [
        .. command.Parameters
            .Where(parameter => parameter.Places.Values.Any(place => place.FromPipeline))
            .Select(parameter => parameter.TypeName)
            .Append(command.Parameters.Any(parameter => parameter.Places.Values.Any(place => place.FromProperty)) ? ByProperty : null)
            .OfType<string>().Distinct(),
    ];

    private static XElement Error(ErrorRow error) => Para($"{error.Id} ({error.Category}): {error.When}");

    private static XElement Example(Example example, int index) => new(s_command + "example",
        new XElement(s_maml + "title", $"---------- Example {index + 1}: {example.Title} ----------"),
        new XElement(s_dev + "code", string.Join('\n', example.Code.Lines)),
        new XElement(s_dev + "remarks", Paras(example.Remarks)));

    private static IEnumerable<XElement> Paras(IReadOnlyList<Block> blocks) => blocks.Select(block =>
        Para(block is Paragraph paragraph ? PlainText.Of(paragraph.Text) : string.Join('\n', TextRenderer.Lines(block, Width))));

    private static XElement Para(string text) => new(s_maml + "para", text);

    private static string Lower(bool value) => value ? "true" : "false";
}
