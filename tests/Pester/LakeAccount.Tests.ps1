BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
}

Describe 'Accounts of one embedded lake' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $first = Connect-Lake -Local $folder -AccountId 111111111111 -PassThru
        $second = Connect-Lake -Local $folder -AccountId 222222222222 -NoDefault
    }

    It 'are opened by their ids, and act as their own administrators' {
        $second.AccountId | Should -Be '222222222222'
        $second.Principal | Should -Be 'arn:aws:iam::222222222222:role/LakeAdmin'
        $test = Test-LakeConnection -Connection $second
        $test.AccountId | Should -Be '222222222222'
        $test.IsAdministrator | Should -BeTrue
        (Connect-Lake -Local $folder -NoDefault).AccountId | Should -Be '111111111111'
    }

    It 'is that of -As where -AccountId is not given, and never another one' {
        $who = 'arn:aws:iam::333333333333:role/analyst'
        (Connect-Lake -Local $folder -As $who -NoDefault).AccountId | Should -Be '333333333333'
        (Connect-Lake -Local $folder -As role/analyst -AccountId 333333333333 -NoDefault).Principal | Should -Be $who
        { Connect-Lake -Local $folder -As $who -AccountId 222222222222 } |
            Should -Throw -ErrorId 'LakeTools.PrincipalOfOtherAccount,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        { Connect-Lake -Local $folder -AccountId 12345 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'have <what> of their own' -ForEach @(
        @{ what = 'databases'; make = { $null = New-GlueDatabase sales -Connection $args[0] }; read = { (Get-GlueDatabase -Connection $args[0]).Name } }
        @{ what = 'administrators'; make = { Add-LakeAdministrator role/more -Connection $args[0] }
            read = { Get-LakeAdministrator -Connection $args[0] | Where-Object Principal -NotLike '*/LakeAdmin' } }
        @{ what = 'LF-Tags'; make = { $null = New-LakeTag domain sales -Connection $args[0] }; read = { (Get-LakeTag -Connection $args[0]).Key } }
        @{ what = 'roles'; make = { $null = New-LakeRole etl -Service Glue -Connection $args[0] }; read = { (Get-LakeRole -Connection $args[0]).Name } }
        @{ what = 'secrets'; make = { $null = New-LakeSecret db -Value x -Connection $args[0] }; read = { (Get-LakeSecretInfo -Connection $args[0]).Name } }
        @{ what = 'jobs'; make = { $null = New-LakeGlueJob load -Role etl -ScriptLocation s3://scripts/x.py -Connection $args[0] }
            read = { (Get-LakeGlueJob -Connection $args[0]).Name } }
        @{ what = 'buckets'; make = { $null = New-LakeBucket first-bucket -Connection $args[0] }; read = { (Get-LakeBucket -Connection $args[0]).Name } }
        @{ what = 'locations'; make = { $null = New-LakeBucket located -Connection $args[0]; Register-LakeLocation s3://located/ -RoleArn role/x -Connection $args[0] }
            read = { (Get-LakeLocation -Connection $args[0]).Path } }
    ) {
        & $make $first
        & $read $first | Should -Not -BeNullOrEmpty
        & $read $second | Should -BeNullOrEmpty
    }

    It 'share the names of buckets, which open by the owner''s policy alone' {
        $null = New-LakeBucket shared-name
        $file = New-Item (Join-Path $TestDrive one.txt) -Value one -Force
        Send-LakeObject $file s3://shared-name/one.txt
        { New-LakeBucket shared-name -Connection $second -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketExists,*'
        { Get-LakeObject s3://shared-name/ -Connection $second -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
        { Remove-LakeBucket shared-name -Recurse -Force -Connection $second -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
        (Get-LakeObject s3://shared-name/).Key | Should -Be one.txt
    }

    It 'are still there when the lake is opened again, in another process too' {
        $null = New-GlueDatabase own -Connection $second
        . "$PSScriptRoot/_samples/Pwsh.ps1"
        $pwsh = Get-Pwsh
        $script = "Import-Module '$((Get-Module LakeTools).ModuleBase)'; Connect-Lake -Local '$folder' -AccountId 222222222222; (Get-GlueDatabase).Name; (Get-LakeConnection).AccountId"
        & $pwsh[0] @($pwsh | Select-Object -Skip 1) -NoProfile -Command $script | Should -Be @('own', '222222222222')
    }

    It 'belong to an organization as it was said' {
        { Connect-Lake -Local $folder -AccountId 222222222222 -Organization 'o-abcdefghij' } |
            Should -Throw -ErrorId 'LakeTools.OrganizationInvalid,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
    }

    It 'are found by the key of who signs, on the port of the lake' {
        $null = New-GlueDatabase own -Connection $second
        $server = Start-LakeServer -PassThru -As arn:aws:iam::222222222222:role/LakeAdmin
        try {
            $over = Connect-Lake -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region us-east-1 -EndpointUrl $server.Uri -NoDefault
            (Get-GlueDatabase -Connection $over).Name | Should -Be own
        }
        finally { Stop-LakeServer }
    }
}
