namespace Microsoft.PowerShell.Commands;

/// <summary>New-Object.</summary>
[Cmdlet(VerbsCommon.New, "Object")]
public sealed class NewObjectCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string TypeName { get; set; } = "";

    [Parameter(Position = 1)]
    [Alias("Args")]
    public object[]? ArgumentList { get; set; }

    [Parameter]
    public IDictionary? Property { get; set; }

    protected override void ProcessRecord()
    {
        if (!LanguagePrimitives.TryConvertTo<Type>(TypeName, out var type))
        {
            var missing = new PSArgumentException(
                $"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded.");
            ThrowTerminatingError(new ErrorRecord(missing, "TypeNotFound", ErrorCategory.InvalidType, null));
        }

        WriteObject(WithProperties(Create(type!)));
    }

    private PSObject Create(Type type)
    {
        if (type == typeof(PSObject) && ArgumentList is null) return new PSObject();
        var arguments = ArgumentList?.Select(argument => argument is PSObject wrapped ? wrapped.BaseObject : argument).ToArray() ?? [];
        // The engine picks the constructor and converts the arguments as [type]::new() does.
        var made = InvokeCommand.InvokeScript(false, ScriptBlock.Create("$t, $a = $args; , $t::new.Invoke($a)"), null, type, arguments);
        return made.Count == 1 ? made[0] : PSObject.AsPSObject(made);
    }

    private PSObject WithProperties(PSObject item)
    {
        foreach (DictionaryEntry entry in Property ?? new Hashtable())
        {
            var name = entry.Key.ToString()!;
            if (item.Properties[name] is { } property) property.Value = entry.Value;
            else if (item.BaseObject is PSCustomObject) item.Properties.Add(new PSNoteProperty(name, entry.Value));
            else WriteError(new ErrorRecord(
                new PSArgumentException($"The member \"{name}\" was not found for the specified {TypeName} object."),
                "InvalidOperationException", ErrorCategory.InvalidOperation, null));
        }

        return item;
    }
}
