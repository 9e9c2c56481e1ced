using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Security;

namespace LakeTools.Host.Terminal;

/// <summary>Asks for the values of mandatory parameters; lists end with an empty line.</summary>
internal sealed class FieldPrompt(PSHostUserInterface terminal, TerminalInput input)
{
    public Dictionary<string, PSObject> Ask(string caption, string message, Collection<FieldDescription> fields)
    {
        if (!string.IsNullOrEmpty(caption)) terminal.WriteLine("\n" + caption);
        if (!string.IsNullOrEmpty(message)) terminal.WriteLine(message);
        var values = new Dictionary<string, PSObject>();
        foreach (var field in fields) values[field.Name] = PSObject.AsPSObject(Value(field));
        return values;
    }

    private object Value(FieldDescription field)
    {
        var type = LanguagePrimitives.TryConvertTo<Type>(field.ParameterAssemblyFullName is { Length: > 0 } assembly
            ? field.ParameterTypeFullName + ", " + assembly
            : field.ParameterTypeFullName, out var found) ? found : typeof(string);
        if (type.IsArray || typeof(IList).IsAssignableFrom(type)) return List(field, type.GetElementType() ?? typeof(string));
        return Single(field.Name, type);
    }

    private object[] List(FieldDescription field, Type element)
    {
        var items = new List<object>();
        while (true)
        {
            var item = Single($"{field.Name}[{items.Count}]", element);
            if (item is string { Length: 0 }) return [.. items];
            items.Add(item);
        }
    }

    private object Single(string label, Type type)
    {
        if (type == typeof(PSCredential)) return new CredentialPrompt(terminal, input).Ask(null, label, null) ?? (object)"";
        while (true)
        {
            terminal.Write(label + ": ");
            if (type == typeof(SecureString)) return input.ReadSecret();
            var line = input.DemandLine();
            if (line.Length == 0 || type == typeof(string)) return line;
            if (LanguagePrimitives.TryConvertTo(line, type, out var value)) return value!;
            terminal.WriteErrorLine($"Cannot recognize \"{line}\" as a {type.FullName} due to a format error.");
        }
    }
}
