namespace Microsoft.PowerShell.Commands;

/// <summary>Add-Member.</summary>
[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "TypeName")]
public sealed class AddMemberCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    [Parameter(Position = 0, ParameterSetName = "NotePropertyMultiMember")]
    public IDictionary? NotePropertyMembers { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertySingleMember")]
    public string? NotePropertyName { get; set; }

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "NotePropertySingleMember")]
    [AllowNull]
    public object? NotePropertyValue { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Member")]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; }

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Member")]
    public string? Name { get; set; }

    [Parameter(Position = 2, ParameterSetName = "Member")]
    public object? Value { get; set; }

    [Parameter(Position = 3, ParameterSetName = "Member")]
    public object? SecondValue { get; set; }

    [Parameter]
    public string? TypeName { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (TypeName is not null) InputObject.TypeNames.Insert(0, TypeName);
        if (NotePropertyName is not null) Add(new PSNoteProperty(NotePropertyName, NotePropertyValue));
        else if (MyInvocation.BoundParameters.ContainsKey(nameof(MemberType))) Add(Member());
        foreach (DictionaryEntry entry in NotePropertyMembers ?? new Hashtable())
            Add(new PSNoteProperty(entry.Key.ToString(), entry.Value));
        if (PassThru) WriteObject(InputObject);
    }

    private PSMemberInfo Member()
    {
        var value = Value is PSObject wrapped ? wrapped.BaseObject : Value;
        return MemberType switch
        {
            PSMemberTypes.NoteProperty => new PSNoteProperty(Name, Value),
            PSMemberTypes.AliasProperty => new PSAliasProperty(Name, value?.ToString()),
            PSMemberTypes.ScriptProperty => new PSScriptProperty(Name, (ScriptBlock?)value, SecondValue as ScriptBlock),
            PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, (ScriptBlock)value!),
            _ => throw new PSNotSupportedException($"A member of type {MemberType} cannot be added here."),
        };
    }

    private void Add(PSMemberInfo member)
    {
        if (InputObject.Members[member.Name] is { IsInstance: true } present)
        {
            if (!Force)
            {
                var taken = new InvalidOperationException(
                    $"Cannot add a member with the name \"{member.Name}\" because a member with that name already exists.");
                WriteError(new ErrorRecord(taken, "MemberAlreadyExists", ErrorCategory.InvalidOperation, InputObject));
                return;
            }

            InputObject.Members.Remove(present.Name);
        }

        InputObject.Members.Add(member);
    }
}
