using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>Select-String.</summary>
[Cmdlet(VerbsCommon.Select, "String", DefaultParameterSetName = "Object")]
public sealed class SelectStringCommand : PSCmdlet
{
    private int _line;

    [Parameter(Mandatory = true, Position = 0)]
    public string[] Pattern { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Object")]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "File")]
    [Alias("LiteralPath", "PSPath")]
    public string[]? Path { get; set; }

    [Parameter]
    public SwitchParameter SimpleMatch { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    [Parameter]
    public SwitchParameter NotMatch { get; set; }

    [Parameter]
    public SwitchParameter AllMatches { get; set; }

    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public SwitchParameter List { get; set; }

    private bool _found;

    protected override void ProcessRecord()
    {
        if (Path is null)
        {
            _line++;
            Look(InputObject?.ToString() ?? "", _line, "InputStream");
            return;
        }

        foreach (var file in Path.SelectMany(path => GetResolvedProviderPathFromPSPath(path, out _)))
        {
            int line = 0;
            foreach (var text in File.ReadLines(file))
                if (Look(text, ++line, file) && List) break;
        }
    }

    protected override void EndProcessing()
    {
        if (Quiet) WriteObject(_found);
    }

    private bool Look(string text, int line, string path)
    {
        var options = CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
        var matches = Pattern.Select(pattern => Regex.Matches(text, SimpleMatch ? Regex.Escape(pattern) : pattern, options))
            .FirstOrDefault(found => found.Count > 0);
        if (matches is null != NotMatch) return false;
        _found = true;
        if (Quiet) return true;
        if (Raw) WriteObject(text);
        else WriteObject(new MatchInfo(text, line, path, [.. (matches ?? Enumerable.Empty<Match>()).Take(AllMatches ? int.MaxValue : 1)]));
        return true;
    }
}
