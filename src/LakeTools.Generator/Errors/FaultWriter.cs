using System.Security;
using System.Text;

namespace LakeTools.Generator.Errors;

/// <summary>Writes the class Fault, which has a method for each error.</summary>
internal static class FaultWriter
{
    private const string Head = """
        // Made in the build by LakeTools.Generator of errors.txt.
        #nullable enable
        using System.Globalization;

        namespace {0};

        /// <summary>
        /// The errors of LakeTools, a method each, whose name is the error's id. The first parameter is the object at fault, as the user
        /// gave it or as the pipeline brought it. The others go into the text, as does the first where it is not called target; the last
        /// is the cause. A secret's value is never one of them. <code>throw Fault.JobNotFound(job, inner: error);</code>
        /// </summary>
        public static class Fault
        """;

    /// <summary>Writes the class.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="space">The namespace, which has LakeException and LakeErrorCategory too.</param>
    /// <returns>A file of C#.</returns>
    public static string Write(IReadOnlyList<ErrorText> errors, string space)
    {
        var file = new StringBuilder(Head.Replace("{0}", space)).Append("\n{\n");
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0) file.Append('\n');
            Write(file, errors[i]);
        }

        return file.Append("}\n").ToString();
    }

    private static void Write(StringBuilder file, ErrorText error)
    {
        var places = string.Concat(error.Places.Select(place => $"object? {place}, "));
        var text = string.Concat(ErrorTextReader.Parts(error.Text).Select(part => part.IsPlace ? $"{{{part.Text}}}" : Escaped(part.Text)));
        var ends = error.EndsPipeline ? " { EndsPipeline = true }" : "";
        file.Append($"""
                /// <summary>{SecurityElement.Escape(error.Text)}</summary>
                public static LakeException {error.Id}({places}System.Exception? inner = null) =>
                    new(nameof({error.Id}), LakeErrorCategory.{error.Category}, {error.Places.FirstOrDefault() ?? "null"},
                        string.Create(CultureInfo.InvariantCulture, $"{text}"), inner){ends};

            """);
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\").Replace("\"", "\\\"").Replace("{", "{{").Replace("}", "}}");
}
