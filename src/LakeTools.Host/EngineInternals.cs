using System.Management.Automation.Runspaces;
using System.Reflection;

namespace LakeTools.Host;

/// <summary>
/// The few things that the standard cmdlets take from the engine and that it does not show to others.
/// All reflection into System.Management.Automation is here, so that a new version is checked in one place.
/// </summary>
internal static class EngineInternals
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly s_engine = typeof(PSObject).Assembly;

    /// <summary>Ends the commands before this one in the pipeline, as <c>Select-Object -First</c> does.</summary>
    public static Exception StopUpstream(Cmdlet cmdlet) =>
        (Exception)New("System.Management.Automation.StopUpstreamCommandsException", cmdlet);

    /// <summary>Lets <c>exit</c> in the next script reach the host instead of only setting $LASTEXITCODE.</summary>
    public static void LetExitReachHost(Runspace runspace) =>
        Set(Get(runspace, "ExecutionContext")!, "ScriptCommandProcessorShouldRethrowExit", true);

    /// <summary>Gives a formatting cmdlet the engine's formatter for a shape: Table, List, Wide or Complex.</summary>
    public static void UseFormatter(object command, string shape)
    {
        var shapes = s_engine.GetType(FormatNamespace + "FormatShape", throwOnError: true)!;
        SetField(command, "implementation", New(FormatNamespace + "InnerFormatShapeCommand", Enum.Parse(shapes, shape)));
    }

    /// <summary>Makes an output cmdlet write formatted text into a writer.</summary>
    public static void UseTextOutput(object command, TextWriter writer, int width)
    {
        var manager = New(FormatNamespace + "OutputManagerInner");
        var lines = New(FormatNamespace + "TextWriterLineOutput", writer, width, false);
        Set(manager, "LineOutput", lines);
        SetField(command, "implementation", manager);
    }

    /// <summary>Sets an alias in a scope: a number counted from the caller's, Global, Local or Script.</summary>
    public static void SetAlias(SessionState state, string name, string definition, ScopedItemOptions options, bool force, string scope)
    {
        var context = Get(Get(state, "Internal")!, "ExecutionContext")!;
        var alias = New("System.Management.Automation.AliasInfo", name, definition, context, options);
        Call(Get(state, "Internal")!, "SetAliasItemAtScope", alias, scope, force, CommandOrigin.Internal);
    }

    /// <summary>A variable of one scope: a number counted from the caller's, Global, Local or Script; null where it is not there.</summary>
    public static PSVariable? VariableAt(SessionState state, string name, string scope) =>
        (PSVariable?)Call(state.PSVariable, "GetAtScope", name, scope);

    /// <summary>Sets a variable in one scope.</summary>
    public static void SetVariableAt(SessionState state, PSVariable variable, string scope) =>
        Call(Get(state, "Internal")!, "SetVariableAtScope", variable, scope, true, CommandOrigin.Internal);

    /// <summary>Removes an alias from a scope.</summary>
    public static void RemoveAlias(SessionState state, string name, string? scope)
    {
        var inner = Get(state, "Internal")!;
        if (scope is null) Call(inner, "RemoveAlias", name, true);
        else Call(Get(Call(inner, "GetScopeByID", scope)!, "")!, "RemoveAlias", name, true);
    }

    /// <summary>The members that a session adds to types.</summary>
    public static TypeTable TypesOf(Runspace runspace) => (TypeTable)Get(Get(runspace, "ExecutionContext")!, "TypeTable")!;

    /// <summary>Binds a script block to a session state: what runs in it sees the variables and commands there.</summary>
    public static void Bind(ScriptBlock block, SessionState state) => Set(block, "SessionStateInternal", Get(state, "Internal"));

    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format.";

    private static object New(string type, params object?[] arguments) =>
        Activator.CreateInstance(s_engine.GetType(type, throwOnError: true)!, Any & ~BindingFlags.Static, null, arguments, null)!;

    private static object? Get(object target, string property) =>
        property.Length == 0 ? target : Find(target.GetType(), type => type.GetProperty(property, Any)).GetValue(target);

    private static void Set(object target, string property, object? value) =>
        Find(target.GetType(), type => type.GetProperty(property, Any)).SetValue(target, value);

    private static void SetField(object target, string field, object value) =>
        Find(target.GetType(), type => type.GetField(field, Any)).SetValue(target, value);

    private static object? Call(object target, string method, params object?[] arguments)
    {
        try
        {
            return target.GetType().InvokeMember(method, Any | BindingFlags.InvokeMethod, null, target, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private static T Find<T>(Type type, Func<Type, T?> look) where T : MemberInfo
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (look(current) is { } member) return member;
        throw new MissingMemberException(type.FullName, typeof(T).Name);
    }
}
