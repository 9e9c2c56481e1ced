namespace Amazon.Glue.Model;

/// <summary>The shape JobCommand of AWS Glue.</summary>
public partial class JobCommand
{
    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>The script location. At most 400000 characters.</summary>
    public string ScriptLocation { get; set; }

    /// <summary>The python version.</summary>
    public string PythonVersion { get; set; }

    /// <summary>The runtime. At most 64 characters.</summary>
    public string Runtime { get; set; }
}
