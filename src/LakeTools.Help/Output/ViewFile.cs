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
    /// <param name="module">The folder of the built module.</param>
    public static void WriteAll(string views, string types, string module)
    {
        var formats = Join(views);
        Change(formats);
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

    private static void Change(XDocument views)
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
        foreach (var item in views.Descendants().Where(item => item.Name.LocalName is "TableColumnItem" or "ListItem"))
        {
            if (item.Element("PropertyName") is { } name)
            {
                // A value of an enum that was saved is its word to PowerShell, and to a method its number.
                var value = $"$_.{name.Value}";
                name.ReplaceWith(new XElement("ScriptBlock", $"if ({value} -is [ValueType]) {{ {value} }} else {{ {Shown}({value}) }}"));
            }
            else if (item.Element("ScriptBlock") is { } script
                && !script.Value.Contains("$PSStyle", StringComparison.Ordinal))
            {
                script.Value = $"{Shown}((& {{ {script.Value} }}))";
            }
        }
    }

    // A property names its column, and a script does not.
    private static void Label(XElement of, string name)
    {
        if (of.Element("Label") is null) of.AddFirst(new XElement("Label", name));
    }
}
