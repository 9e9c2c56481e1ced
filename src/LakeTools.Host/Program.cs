Console.WriteLine("LakeTools host");
