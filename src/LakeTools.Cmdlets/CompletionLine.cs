using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets;

/// <summary>The command line of a completion: the word, and the values of other parameters.</summary>
internal sealed class CompletionLine(string command, string parameter, string? word, IDictionary? bound, CommandAst? ast)
{
    /// <summary>The command's name as it was typed.</summary>
    public string Command { get; } = command;

    /// <summary>The word without its quotes. The closing quote may be missing.</summary>
    public string Word { get; } = Unquote(word ?? "");

    /// <summary>
    /// The lake of -Connection, otherwise that of Connect-Lake. Null if there is none, or if -Connection is an expression that would have
    /// to be run: completion neither looks for credentials nor shows names of another lake.
    /// </summary>
    public LakeConnection? Lake => Has(nameof(LakeCmdlet.Connection)) ? PSValue.Of(bound![nameof(LakeCmdlet.Connection)]) as LakeConnection
        : NamesConnection ? null
        : DefaultConnection.Current;

    /// <summary>True if the parameter accepts wildcards, so these characters must be escaped in a name.</summary>
    public bool TakesWildcards => IsPattern(parameter);

    /// <summary>True if the parameter splits a text at commas, and the word is not in a list.</summary>
    public bool SplitsText => CommandType()?.GetProperty(parameter)?.IsDefined(typeof(WordListAttribute)) == true && !Before.Any();

    /// <summary>True if the parameter takes several values.</summary>
    public bool TakesList => CommandType()?.GetProperty(parameter)?.PropertyType.IsArray == true;

    /// <summary>True if a parameter was typed, whatever its value.</summary>
    public bool Has(string name) => bound?.Contains(name) == true;

    /// <summary>The first of these parameters that was typed; null for none.</summary>
    public string? Text(params string[] names) =>
        names.Select(name => Texts(name).FirstOrDefault() ?? Piped.GetValueOrDefault(name)).FirstOrDefault(text => text is not null);

    /// <summary>The value of the first of these parameters that was typed; null for none, and for patterns.</summary>
    public string? Name(params string[] names)
    {
        if (Array.Find(names, name => Text(name) is not null) is not { } first || Text(first) is not { } text) return null;
        return IsPattern(first) || !Has(first) ? Names.Literal(text) : text; // those of a Get-GlueTable before are patterns too
    }

    /// <summary>A folder that was typed, as an absolute path, or an S3 URI; null for none.</summary>
    public string? Place(string name) => Text(name) is not { } path ? null : S3Uri.LooksLikeOne(path) ? path : FullPath(path);

    /// <summary>A path of the file system, absolute against PowerShell's current location.</summary>
    public static string FullPath(string path)
    {
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith(@"~\", StringComparison.Ordinal))
            path = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..];
        if (Path.IsPathRooted(path)) return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        // The proxy of the runspace cannot be used while the pipeline of the Tab key runs.
        var here = ScriptBlock.Create("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath").Invoke();
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, here.Count == 0 ? Environment.CurrentDirectory : $"{here[0]}"));
    }

    /// <summary>The values of other parameters and of the pipeline, as one text.</summary>
    public string Others => string.Join("\n", (bound?.Keys.Cast<object>() ?? []).Select(key => $"{key}")
        .Where(name => !string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase))
        .Select(name => $"{name}={string.Join(",", Texts(name))}").Concat(Piped.Values).Prepend(Command));

    /// <summary>True if the list of the parameter already has a value.</summary>
    public bool IsTyped(string name) => Before.Contains(name, StringComparer.OrdinalIgnoreCase);

    // The items of the parameter's list that are before the word: -ColumnName id, region, |
    private IEnumerable<string> Before
    {
        get
        {
            IEnumerable<CommandElementAst> elements = ast is null ? [] : ast.CommandElements;
            var list = elements.SkipWhile(element => element is not CommandParameterAst name
                || !parameter.StartsWith(name.ParameterName, StringComparison.OrdinalIgnoreCase)).Skip(1)
                .TakeWhile(element => element is not CommandParameterAst).FirstOrDefault();
            if (list is not (ArrayLiteralAst or ErrorExpressionAst)) return [];
            var items = list.FindAll(item => item is StringConstantExpressionAst, searchNestedScriptBlocks: false)
                .Cast<StringConstantExpressionAst>().Select(item => item.Value).ToList();
            return items.Count > 0 && items[^1] == Word ? items.Take(items.Count - 1) : items;
        }
    }

    // Database and table of a Get-GlueTable that is before this command in the pipeline.
    private Dictionary<string, string> Piped
    {
        get
        {
            var found = new Dictionary<string, string>();
            if (ast?.Parent is not PipelineAst pipeline) return found;
            var before = pipeline.PipelineElements.TakeWhile(element => element != ast).LastOrDefault();
            if (before is not CommandAst source) return found;
            if (source.GetCommandName()?.EndsWith("GlueTable", StringComparison.OrdinalIgnoreCase) != true) return found;
            var constants = StaticParameterBinder.BindCommand(source).BoundParameters;
            foreach (var (name, ours) in ((string, string)[])[("DatabaseName", "DatabaseName"), ("Name", "TableName")])
                if (constants.TryGetValue(name, out var value) && value.ConstantValue is string text) found[ours] = text;
            return found;
        }
    }

    // An expression for -Connection has no value before it runs.
    private bool NamesConnection => ast?.CommandElements.OfType<CommandParameterAst>()
        .Any(name => name.ParameterName.StartsWith("Conn", StringComparison.OrdinalIgnoreCase)) == true;

    private IEnumerable<string> Texts(string name)
    {
        var value = bound?.Contains(name) == true ? PSValue.Of(bound[name]) : null;
        var items = value is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [value];
        return items.Select(item => PSValue.Of(item)?.ToString()).OfType<string>().Where(text => text.Length > 0);
    }

    private bool IsPattern(string name) => CommandType()?.GetProperty(name)?.IsDefined(typeof(SupportsWildcardsAttribute)) == true;

    // The class of a command has the command's name; aliases have Lake before Glue.
    private Type? CommandType()
    {
        var name = Command[(Command.LastIndexOf('\\') + 1)..].Replace("-", "", StringComparison.Ordinal);
        var types = typeof(CompletionLine).Assembly.GetExportedTypes();
        return Find(name) ?? Find(name.Replace("LakeGlue", "Glue", StringComparison.OrdinalIgnoreCase));

        Type? Find(string verbAndNoun) =>
            Array.Find(types, type => string.Equals(type.Name, verbAndNoun + "Command", StringComparison.OrdinalIgnoreCase));
    }

    private static string Unquote(string word) => word.Length == 0 ? word : word[0] switch
    {
        '\'' => Inside(word, '\'').Replace("''", "'", StringComparison.Ordinal),
        '"' => Inside(word, '"').Replace("\"\"", "\"", StringComparison.Ordinal),
        _ => word,
    };

    private static string Inside(string word, char quote) => word.Length > 1 && word[^1] == quote ? word[1..^1] : word[1..];
}
