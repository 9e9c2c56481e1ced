using System.Management.Automation.Runspaces;

namespace Microsoft.PowerShell.Commands;

/// <summary>Update-TypeData for one type's members and display properties; types files are not read.</summary>
[Cmdlet(VerbsData.Update, "TypeData", SupportsShouldProcess = true)]
public sealed class UpdateTypeDataCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string TypeName { get; set; } = "";

    [Parameter]
    [ValidateSet("NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod", IgnoreCase = true)]
    public PSMemberTypes MemberType { get; set; }

    [Parameter]
    public string? MemberName { get; set; }

    [Parameter]
    public object? Value { get; set; }

    [Parameter]
    public object? SecondValue { get; set; }

    [Parameter]
    public string? DefaultDisplayProperty { get; set; }

    [Parameter]
    public string[]? DefaultDisplayPropertySet { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"TypeName : {TypeName}", "Update TypeData")) return;
        var data = new TypeData(TypeName) { IsOverride = Force, DefaultDisplayProperty = DefaultDisplayProperty };
        if (DefaultDisplayPropertySet is not null) data.DefaultDisplayPropertySet = new PropertySetData(DefaultDisplayPropertySet);
        if (MemberName is not null) data.Members.Add(MemberName, Member(MemberName));
        try
        {
            LakeTools.Host.EngineInternals.TypesOf(Runspace.DefaultRunspace).AddType(data);
        }
        catch (RuntimeException e)
        {
            WriteError(new ErrorRecord(e, "TypesDynamicUpdateException", ErrorCategory.InvalidOperation, null));
        }
    }

    private TypeMemberData Member(string name) => MemberType switch
    {
        PSMemberTypes.NoteProperty => new NotePropertyData(name, Value),
        PSMemberTypes.AliasProperty => new AliasPropertyData(name, LanguagePrimitives.ConvertTo<string>(Value)),
        PSMemberTypes.ScriptProperty => new ScriptPropertyData(
            name, LanguagePrimitives.ConvertTo<ScriptBlock>(Value), LanguagePrimitives.ConvertTo<ScriptBlock>(SecondValue)),
        PSMemberTypes.CodeProperty => new CodePropertyData(
            name, LanguagePrimitives.ConvertTo<System.Reflection.MethodInfo>(Value),
                LanguagePrimitives.ConvertTo<System.Reflection.MethodInfo>(SecondValue)),
        PSMemberTypes.CodeMethod => new CodeMethodData(name, LanguagePrimitives.ConvertTo<System.Reflection.MethodInfo>(Value)),
        _ => new ScriptMethodData(name, LanguagePrimitives.ConvertTo<ScriptBlock>(Value)),
    };
}
