namespace LakeTools.Generator.Errors;

/// <summary>Makes the class Fault of errors.txt.</summary>
internal static class ErrorsCommand
{
    /// <summary>The usage text of the command.</summary>
    public const string Usage = "LakeTools.Generator errors <errors.txt> <namespace> <file of C#>";

    /// <summary>Runs the command.</summary>
    /// <param name="args">The text, the namespace of the class, and the file for it.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="FormatException">The text is wrong.</exception>
    public static int Run(string[] args)
    {
        if (args is not [var text, var space, var file])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        File.WriteAllText(file, FaultWriter.Write(ErrorTextReader.Read(text), space));
        return 0;
    }
}
