using System.Reflection;
using System.Xml.Linq;

namespace LakeTools.Help.Output;

/// <summary>
/// Makes the views that the module brings of those in module/formats: whatever they show goes through LakeText.Shown, because names, tags
/// and log lines come from others and may hold sequences that steer a terminal. Items that colour a word are left as they are: they show
/// words of a fixed set, or call it themselves.
/// </summary>
internal static class ViewFile
{
    private const string Shown = "[LakeTools.LakeText]::Shown";

    /// <summary>
    /// Makes one file of the views of a folder, and one of the sets of properties of another: PowerShell reads them in each import, and
    /// takes its time for each file and each node.
    /// </summary>
    /// <param name="views">The folder module/formats.</param>
    /// <param name="types">The folder module/types.</param>
    /// <param name="core">The file LakeTools.Core.dll, which has the types that are shown.</param>
    /// <param name="module">The folder of the built module.</param>
    public static void WriteAll(string views, string types, string core, string module)
    {
        var formats = Join(views);
        Change(formats, BuiltAssembly.Load(core));
        Write(formats, module, "formats", "LakeTools.Format.ps1xml");
        Write(Join(types), module, "types", "LakeTools.Types.ps1xml");
    }

    // The content below the roots of all files, without comments and white space between nodes.
    private static XDocument Join(string folder)
    {
        XDocument? whole = null;
        foreach (var file in Directory.GetFiles(folder, "*.ps1xml").Order(StringComparer.Ordinal))
        {
            var next = XDocument.Load(file);
            next.DescendantNodes().OfType<XComment>().Remove();
            if (whole is null) whole = next;
            else Target(whole).Add(Target(next).Elements());
        }

        return whole ?? throw new FileNotFoundException("There are no files of views or types.", folder);

        static XElement Target(XDocument file) => file.Root!.Element("ViewDefinitions") ?? file.Root!;
    }

    private static void Write(XDocument content, string module, string folder, string name)
    {
        var path = Path.Combine(module, folder);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        Directory.CreateDirectory(path);
        content.Save(Path.Combine(path, name), SaveOptions.DisableFormatting);
    }

    private static void Change(XDocument views, Assembly core)
    {
        foreach (var table in views.Descendants("TableControl"))
        {
            var headers = table.Descendants("TableColumnHeader").ToList();
            var items = table.Descendants("TableColumnItem").ToList();
            for (var i = 0; i < items.Count; i++)
                if (items[i].Element("PropertyName") is { } name) Label(headers[i], name.Value);
        }

        foreach (var item in views.Descendants("ListItem"))
            if (item.Element("PropertyName") is { } name) Label(item, name.Value);
        foreach (var view in views.Descendants("View"))
        {
            var shown = view.Descendants("TypeName").Select(name => core.GetType(name.Value)).ToArray();
            foreach (var item in view.Descendants().Where(item => item.Name.LocalName is "TableColumnItem" or "ListItem"))
                Change(item, shown);
        }
    }

    private static void Change(XElement item, Type?[] shown)
    {
        if (item.Element("PropertyName") is { } name)
        {
            // A value of an enum that was saved is its word to PowerShell, and to a method its number. Other scripts are short, because
            // PowerShell parses each of them in each import.
            var value = $"$_.{name.Value}";
            var isValue = !Array.TrueForAll(shown, type => type?.GetProperty(name.Value)?.PropertyType.IsValueType == false);
            var script = isValue ? $"if ({value} -is [ValueType]) {{ {value} }} else {{ {Shown}({value}) }}" : $"{Shown}({value})";
            name.ReplaceWith(new XElement("ScriptBlock", script));
        }
        else if (item.Element("ScriptBlock") is { } own && !own.Value.Contains("$PSStyle", StringComparison.Ordinal))
        {
            own.Value = $"{Shown}((& {{ {own.Value} }}))";
        }
    }

    // A property names its column, and a script does not.
    private static void Label(XElement of, string name)
    {
        if (of.Element("Label") is null) of.AddFirst(new XElement("Label", name));
    }
}
