namespace LakeTools.Core.Data.Csv;

/// <summary>How a field is written.</summary>
[Flags]
internal enum CsvFieldForm
{
    /// <summary>As its text is.</summary>
    Plain = 0,

    /// <summary>In quotes.</summary>
    Quoted = 1,

    /// <summary>With escapes or doubled quotes in its text.</summary>
    Escaped = 2,
}
