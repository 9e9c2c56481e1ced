using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes permissions: those that the resource takes, where one was typed before.</summary>
public sealed class PermissionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string? Typed(string name) => fakeBoundParameters.Contains(name) ? fakeBoundParameters[name]?.ToString() : null;
        var input = new ResourceInput
        {
            Catalog = fakeBoundParameters.Contains("Catalog"),
            DatabaseName = Typed("DatabaseName"),
            TableName = Typed("TableName"),
            ColumnName = Typed("ColumnName") is { } column ? [column] : null,
            FilterName = Typed("FilterName"),
            DataLocation = Typed("DataLocation"),
            TagKey = Typed("TagKey"),
            ResourceArn = Typed("ResourceArn"),
        };
        var resource = ResourceReader.Read(input, []);
        var names = resource is null ? PermissionNames.All : PermissionRules.Taken(resource).Names();
        return Completion.FromSet(wordToComplete, names.Select(name => (name, name)));
    }
}
