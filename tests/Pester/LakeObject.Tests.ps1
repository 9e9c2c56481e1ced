BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket object-tests
    $files = Join-Path $TestDrive files
    $null = New-Item (Join-Path $files sub) -ItemType Directory -Force
    [System.IO.File]::WriteAllText((Join-Path $files a.csv), "x,y`n1,2`n")
    [System.IO.File]::WriteAllText((Join-Path $files b.json), '{}')
    [System.IO.File]::WriteAllText((Join-Path $files 'sub/c [1].txt'), 'c')
}

AfterAll { Disconnect-Lake }

Describe 'New-LakeBucket' {
    It 'emits the bucket' {
        $bucket = New-LakeBucket object-tests-new
        $bucket.GetType().FullName | Should -Be LakeTools.LakeBucket
        $bucket.Name | Should -Be object-tests-new
        $bucket.Uri | Should -Be 's3://object-tests-new/'
    }

    It 'refuses <name>' -ForEach @(@{ name = 'My_Bucket' }, @{ name = 'ab' }, @{ name = '192.168.0.1' }, @{ name = 'xn--bucket' }) {
        { New-LakeBucket $name -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNameInvalid,LakeTools.Cmdlets.Objects.NewLakeBucketCommand'
    }

    It 'takes the good ones of many' {
        $made = 'object-tests-one', 'Not A Bucket', 'object-tests-two' | New-LakeBucket -ErrorAction SilentlyContinue -ErrorVariable failed
        $made.Name | Should -Be 'object-tests-one', 'object-tests-two'
        $failed[0].TargetObject | Should -Be 'Not A Bucket'
        $failed[0].CategoryInfo.Category | Should -Be InvalidArgument
    }

    It 'says that a bucket is there already' {
        { New-LakeBucket object-tests -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketExists,*'
    }

    It 'makes nothing with -WhatIf' {
        New-LakeBucket object-tests-whatif -WhatIf
        { Get-LakeObject s3://object-tests-whatif/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotFound,*'
    }
}

Describe 'Send-LakeObject' {
    It 'sends a file into a folder, with its content type' {
        $sent = Send-LakeObject (Join-Path $files a.csv) s3://object-tests/one/ -PassThru
        $sent.GetType().FullName | Should -Be LakeTools.LakeObject
        $sent.Uri | Should -Be 's3://object-tests/one/a.csv'
        $sent.Size | Should -Be 8
    }

    It 'sends a file to an object' {
        (Send-LakeObject (Join-Path $files a.csv) s3://object-tests/renamed.csv -PassThru).Key | Should -Be renamed.csv
    }

    It 'sends a folder under the paths in it' {
        Send-LakeObject $files s3://object-tests/folder/ -Recurse
        (Get-LakeObject s3://object-tests/folder/).Key | Should -Be 'folder/a.csv', 'folder/b.json', 'folder/sub/c [1].txt'
    }

    It 'expands wildcards, and takes what Get-ChildItem emits as it is' {
        (Send-LakeObject (Join-Path $files *.csv) s3://object-tests/wild/ -PassThru).Key | Should -Be 'wild/a.csv'
        (Get-ChildItem $files -Recurse -File | Send-LakeObject -Uri s3://object-tests/piped/ -PassThru).Key |
            Sort-Object | Should -Be 'piped/a.csv', 'piped/b.json', 'piped/c [1].txt'
    }

    It 'keeps the names of folders that a wildcard or the pipeline brings' {
        Send-LakeObject (Join-Path $files *) s3://object-tests/star/ -Recurse
        Get-ChildItem $files | Send-LakeObject -Uri s3://object-tests/children/ -Recurse
        (Get-LakeObject s3://object-tests/star/).Key | Should -Be 'star/a.csv', 'star/b.json', 'star/sub/c [1].txt'
        (Get-LakeObject s3://object-tests/children/).Key | Should -Be 'children/a.csv', 'children/b.json', 'children/sub/c [1].txt'
    }

    It 'leaves an object alone with -NoClobber' {
        Send-LakeObject (Join-Path $files a.csv) s3://object-tests/kept
        { Send-LakeObject (Join-Path $files b.json) s3://object-tests/kept -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectExists,*'
        (Get-LakeObject s3://object-tests/kept).Size | Should -Be 8
    }

    It 'knows its own object with -NoClobber where the answer was lost, and copies too' {
        $path = (Get-LakeConnection).LocalPath
        foreach ($case in @{ Operation = 'PutObject'; Send = { Send-LakeObject (Join-Path $files a.csv) s3://object-tests/lost -NoClobber -PassThru @args } },
            @{ Operation = 'CopyObject'; Send = { Copy-LakeObject s3://object-tests/lost s3://object-tests/lost-copy -NoClobber -PassThru @args } }) {
            $lake = Connect-Lake -Local $path -NoDefault -Fault @{ Kind = 'LostAnswer'; Service = 's3'; Operation = $case.Operation; Count = 1 }
            (& $case.Send -Connection $lake -ErrorAction Stop).Size | Should -Be 8
            $lake.FaultCount | Should -Be 1
            { & $case.Send -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectExists,*'
        }
    }

    It 'refuses a file that another program has for itself, and sends the rest' {
        $path = Join-Path $TestDrive locked.csv
        $lock = [System.IO.File]::Open($path, 'Create', 'ReadWrite', 'None')
        try {
            $sent = Send-LakeObject $path, (Join-Path $files a.csv) s3://object-tests/locked/ -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
        } finally { $lock.Dispose() }
        $sent.Key | Should -Be 'locked/a.csv'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.FileError,*'
        $failed[0].TargetObject | Should -Be $path
    }

    It 'refuses a folder without -Recurse' {
        { Send-LakeObject $files s3://object-tests/x/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RecurseRequired,*'
    }

    It 'sends the rest where one file is missing' {
        $sent = Send-LakeObject (Join-Path $files nothing), (Join-Path $files a.csv) s3://object-tests/rest/ -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
        $sent.Key | Should -Be 'rest/a.csv'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.PathNotFound,*'
    }

    It 'sends the rest of a folder where files cannot be sent, and names each of these' {
        $both = 'a', 'b' | ForEach-Object { New-Item (Join-Path $TestDrive "rest/$_/x") -ItemType Directory }
        foreach ($folder in $both) { Set-Content (Join-Path $folder 1.txt) 'x' }
        Set-Content (Join-Path $both[1] 2.txt) 'x'
        $links = @(if (-not $IsWindows) { New-Item (Join-Path $both[1] 0.txt) -ItemType SymbolicLink -Target gone -Force })
        $long = New-Item (Join-Path $both[1] ('d' * 250)) -ItemType Directory
        Set-Content (Join-Path $long z.txt) 'x'
        Set-Content (Join-Path $both[1] z.txt) 'x'
        $prefix = 's3://object-tests/' + ('k' * 800) + '/'
        $sent = $both | Send-LakeObject -Uri $prefix -Recurse -PassThru -ErrorAction SilentlyContinue -ErrorVariable failures
        $sent.Key.Substring(801) | Should -Be 'x/1.txt', 'x/2.txt', 'x/z.txt'
        $ids = $failures | Group-Object { ($_.FullyQualifiedErrorId -split ',')[0] } -AsHashTable
        $ids.Keys | Sort-Object | Should -Be @('LakeTools.DestinationAmbiguous'; $links.ForEach{ 'LakeTools.FileError' }; 'LakeTools.InvalidS3Uri')
        $ids['LakeTools.DestinationAmbiguous'].TargetObject | Should -Be (Join-Path $both[1] 1.txt)
        $ids['LakeTools.InvalidS3Uri'].TargetObject | Should -BeLike "*/x/$('d' * 250)/z.txt"
        if ($links) { $ids['LakeTools.FileError'].TargetObject | Should -Be $links.FullName }
    }

    It 'does not let two files become one object' {
        { Get-ChildItem $files -File | Send-LakeObject -Uri s3://object-tests/same -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DestinationAmbiguous,*'
    }

    It 'refuses <uri> before any call' -ForEach @(
        @{ uri = 'object-tests/a.csv'; id = 'LakeTools.InvalidS3Uri,*' }
        @{ uri = 's3://Object_Tests/a.csv'; id = 'LakeTools.BucketNameInvalid,*' }
    ) {
        { Send-LakeObject (Join-Path $files a.csv) $uri -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'sends nothing with -WhatIf' {
        Send-LakeObject (Join-Path $files a.csv) s3://object-tests/whatif/ -WhatIf
        Get-LakeObject s3://object-tests/whatif/ | Should -BeNullOrEmpty
    }
}

Describe 'Get-LakeObject' {
    BeforeAll { 'a1', 'a2', 'b1', 'a/x' | ForEach-Object { Send-LakeObject (Join-Path $files a.csv) "s3://object-tests/get/$_" } }

    It 'finds <count> with <pattern>' -ForEach @(
        @{ pattern = 'get/'; count = 4 }, @{ pattern = 'get'; count = 4 }, @{ pattern = 'get/a*'; count = 3 }, @{ pattern = 'get/a?'; count = 2 }
        @{ pattern = 'get/[ab]1'; count = 2 }, @{ pattern = 'get/a1'; count = 1 }, @{ pattern = 'get/z*'; count = 0 }
    ) { @(Get-LakeObject "s3://object-tests/$pattern").Count | Should -Be $count }

    It 'says what is not there' {
        { Get-LakeObject s3://object-tests/get/nothing -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
        { Get-LakeObject s3://object-tests-nowhere/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotFound,*'
    }
}

Describe 'Receive-LakeObject' {
    BeforeAll { Send-LakeObject $files s3://object-tests/receive/ -Recurse }

    It 'receives an object as a file, and replaces one' {
        $path = Join-Path $TestDrive got.csv
        Set-Content $path old
        (Receive-LakeObject s3://object-tests/receive/a.csv $path -PassThru).FullName | Should -Be $path
        [System.IO.File]::ReadAllText($path) | Should -Be "x,y`n1,2`n"
    }

    It 'receives a folder as it was sent' {
        Receive-LakeObject s3://object-tests/receive/ (Join-Path $TestDrive back) -Recurse
        (Get-ChildItem (Join-Path $TestDrive back) -Recurse -File).Name | Sort-Object | Should -Be 'a.csv', 'b.json', 'c [1].txt'
    }

    It 'takes objects from the pipeline, whatever their keys' {
        (Get-LakeObject s3://object-tests/receive/sub/ | Receive-LakeObject -Destination (Join-Path $TestDrive piped/) -PassThru).Name | Should -Be 'c [1].txt'
    }

    It 'leaves a file alone with -NoClobber' {
        $path = Join-Path $TestDrive kept.csv
        Set-Content $path old
        { Receive-LakeObject s3://object-tests/receive/a.csv $path -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileExists,*'
        Get-Content $path | Should -Be old
    }

    It 'refuses a folder without -Recurse' {
        { Receive-LakeObject s3://object-tests/receive/ $TestDrive -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RecurseRequired,*'
    }

    It 'takes a key with brackets by its name' {
        $found = Get-LakeObject s3://object-tests/receive/sub/ | Select-Object Uri
        ($found | Receive-LakeObject -Destination (Join-Path $TestDrive literal/) -PassThru).Name | Should -Be 'c [1].txt'
    }

    It 'receives the rest where one key is no file name' {
        'a:b', 'good' | ForEach-Object { Send-LakeObject (Join-Path $files a.csv) "s3://object-tests/names/$_" }
        $got = Receive-LakeObject s3://object-tests/names/ (Join-Path $TestDrive names) -Recurse -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
        $got.Name | Should -Be good
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.KeyNotAFileName,*'
        $failed[0].TargetObject.Key | Should -Be 'names/a:b'
    }

    It 'writes nothing outside of the destination' {
        Send-LakeObject (Join-Path $files a.csv) 's3://object-tests/evil/../../escaped.csv'
        { Receive-LakeObject s3://object-tests/evil/ (Join-Path $TestDrive jail/in) -Recurse -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.KeyNotAFileName,*'
        Join-Path $TestDrive escaped.csv | Should -Not -Exist
    }
}

Describe 'Copy-LakeObject' {
    It 'copies an object into a folder' {
        Send-LakeObject (Join-Path $files a.csv) s3://object-tests/copy/a.csv
        (Copy-LakeObject s3://object-tests/copy/a.csv s3://object-tests/copied/ -PassThru).Key | Should -Be 'copied/a.csv'
    }

    It 'copies a folder with -Recurse alone' {
        { Copy-LakeObject s3://object-tests/copy/ s3://object-tests/all/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RecurseRequired,*'
        Copy-LakeObject s3://object-tests/copy/ s3://object-tests/all/ -Recurse
        (Get-LakeObject s3://object-tests/all/).Key | Should -Be 'all/a.csv'
    }

    It 'copies between buckets, and a folder into itself' {
        $null = New-LakeBucket object-tests-other
        Copy-LakeObject s3://object-tests/copy/ s3://object-tests-other/in/ -Recurse
        Copy-LakeObject s3://object-tests-other/in/ s3://object-tests-other/in/in/ -Recurse
        (Get-LakeObject s3://object-tests-other/).Key | Should -Be 'in/a.csv', 'in/in/a.csv'
    }

    It 'does not let two objects become one' {
        'a', 'b' | ForEach-Object { Send-LakeObject (Join-Path $files a.csv) "s3://object-tests/two/$_" }
        { Get-LakeObject s3://object-tests/two/ | Copy-LakeObject -Destination s3://object-tests/one-of-two -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.DestinationAmbiguous,*'
        { Get-LakeObject s3://object-tests/one-of-two -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
    }

    It 'refuses to copy an object onto itself' {
        { Copy-LakeObject s3://object-tests/copy/a.csv s3://object-tests/copy/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CopyOntoItself,*'
    }

    It 'leaves an object alone with -NoClobber' {
        { Copy-LakeObject s3://object-tests/copy/a.csv s3://object-tests/folder/b.json -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectExists,*'
        (Get-LakeObject s3://object-tests/folder/b.json).Size | Should -Be 2
    }

    It 'copies nothing with -WhatIf' {
        Copy-LakeObject s3://object-tests/copy/ s3://object-tests/whatif-copy/ -Recurse -WhatIf
        Get-LakeObject s3://object-tests/whatif-copy/ | Should -BeNullOrEmpty
    }
}

Describe 'Remove-LakeObject' {
    BeforeEach { 'a', 'b', 'f/c' | ForEach-Object { Send-LakeObject (Join-Path $files a.csv) "s3://object-tests/remove/$_" } }

    It 'removes an object' {
        Remove-LakeObject s3://object-tests/remove/a -Confirm:$false
        (Get-LakeObject s3://object-tests/remove/).Key | Should -Be 'remove/b', 'remove/f/c'
    }

    It 'removes what a pattern or the pipeline names' {
        Remove-LakeObject s3://object-tests/remove/[ab] -Confirm:$false
        (Get-LakeObject s3://object-tests/remove/).Key | Should -Be 'remove/f/c'
        Get-LakeObject s3://object-tests/remove/ | Remove-LakeObject -Confirm:$false
        Get-LakeObject s3://object-tests/remove/ | Should -BeNullOrEmpty
    }

    It 'removes a folder with -Recurse alone' {
        { Remove-LakeObject s3://object-tests/remove/f -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RecurseRequired,*'
        Remove-LakeObject s3://object-tests/remove/f -Recurse -Confirm:$false
        (Get-LakeObject s3://object-tests/remove/).Key | Should -Be 'remove/a', 'remove/b'
    }

    It 'removes more than one call of S3 takes' {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive thousands)
        1..1003 | ForEach-Object { [System.IO.File]::WriteAllText((Join-Path $folder "$_.txt"), "$_") }
        Send-LakeObject $folder s3://object-tests/thousands/ -Recurse
        @(Get-LakeObject s3://object-tests/thousands/*).Count | Should -Be 1003
        Remove-LakeObject s3://object-tests/thousands/ -Recurse -Confirm:$false
        Get-LakeObject s3://object-tests/thousands/* | Should -BeNullOrEmpty
    }

    It 'lists, copies and removes keys that XML cannot hold, and no other' {
        $keys = "k/a$([char]1)b", "k/a$([char]0xFFFD)b", "k/a`rb", "k/a`nb", 'k/a b+c%41'
        foreach ($key in $keys) { Send-LakeObject (Join-Path $files a.csv) "s3://object-tests/$key" }
        $listed = Get-LakeObject s3://object-tests/k/
        $listed.Key | Sort-Object | Should -BeExactly ($keys | Sort-Object)
        Copy-LakeObject s3://object-tests/k/ s3://object-tests/strange/ -Recurse
        @(Get-LakeObject s3://object-tests/strange/).Count | Should -Be 5
        $listed | Where-Object Key -CNotMatch '\uFFFD|\n' | Remove-LakeObject -Confirm:$false
        (Get-LakeObject s3://object-tests/k/).Key | Sort-Object | Should -BeExactly ($keys[1, 3] | Sort-Object)
        Remove-LakeObject s3://object-tests/k/ -Recurse -Confirm:$false
        Get-LakeObject s3://object-tests/k/ | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        Remove-LakeObject s3://object-tests/remove/ -Recurse -WhatIf
        @(Get-LakeObject s3://object-tests/remove/).Count | Should -Be 3
    }
}

Describe 'Remove-LakeBucket' {
    It 'removes an empty bucket, and a full one with -Recurse alone' {
        $null = New-LakeBucket object-tests-full
        Send-LakeObject (Join-Path $files a.csv) s3://object-tests-full/
        { Remove-LakeBucket object-tests-full -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotEmpty,*'
        Remove-LakeBucket object-tests-full -Recurse -Confirm:$false
        { Get-LakeObject s3://object-tests-full/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotFound,*'
    }
}

Describe 'Get-LakeObject -Folder' {
    BeforeAll {
        $null = New-LakeBucket folder-tests
        foreach ($key in 'a.csv', 'b/1.csv', 'b/deep/2.csv', 'bb/3.csv', 'c [1]/4.csv') { Send-LakeObject (Join-Path $files a.csv) "s3://folder-tests/$key" }
    }

    It 'lists one level: <Uri>' -ForEach @(
        @{ Uri = 's3://folder-tests/'; Is = 's3://folder-tests/a.csv', 's3://folder-tests/b/', 's3://folder-tests/bb/', 's3://folder-tests/c [1]/' }
        @{ Uri = 's3://folder-tests'; Is = 's3://folder-tests/a.csv', 's3://folder-tests/b/', 's3://folder-tests/bb/', 's3://folder-tests/c [1]/' }
        @{ Uri = 's3://folder-tests/b/'; Is = 's3://folder-tests/b/1.csv', 's3://folder-tests/b/deep/' }
        @{ Uri = 's3://folder-tests/b'; Is = 's3://folder-tests/b/1.csv', 's3://folder-tests/b/deep/' }
        @{ Uri = 's3://folder-tests/b*'; Is = 's3://folder-tests/b/', 's3://folder-tests/bb/' }
        @{ Uri = 's3://folder-tests/b/*.csv'; Is = @('s3://folder-tests/b/1.csv') }
    ) {
        (Get-LakeObject $Uri -Folder).Uri | Should -Be $Is
    }

    It 'tells folders from objects, and what is in a folder is found by it' {
        $found = Get-LakeObject s3://folder-tests/ -Folder
        ($found | Where-Object { $_ -is [LakeTools.LakeFolder] }).Name | Should -Be 'b', 'bb', 'c [1]'
        ($found | Where-Object Name -EQ b | Get-LakeObject).Key | Should -Be 'b/1.csv', 'b/deep/2.csv'
        ($found | Where-Object Name -EQ 'c [1]' | Get-LakeObject).Key | Should -Be 'c [1]/4.csv'
        (Get-LakeObject -LiteralUri 's3://folder-tests/c [1]/' -Folder).Uri | Should -Be 's3://folder-tests/c [1]/4.csv'
    }

    It 'refuses <Uri>' -ForEach @(
        @{ Uri = 's3://folder-tests/*/1.csv'; Id = 'FolderWildcardTooEarly' }
        @{ Uri = 's3://folder-tests/none/'; Id = 'ObjectNotFound' }
        @{ Uri = 's3://folder-tests-none/'; Id = 'BucketNotFound' }
    ) {
        { Get-LakeObject $Uri -Folder -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,*"
    }
}
