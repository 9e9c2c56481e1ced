BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $namespace = 'LakeTools.Cmdlets.Secrets'

    function New-Policy($Principal) {
        @{ Version = '2012-10-17'
            Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = $Principal }; Action = 'secretsmanager:GetSecretValue'; Resource = '*' }) }
    }
}

AfterAll { Disconnect-Lake }

Describe 'Copies of a secret' {
    It 'are made with it, added and removed' {
        $null = New-LakeSecret copied -Value 'x' -ReplicaRegion us-east-2
        $added = Add-LakeSecretReplica copied us-west-2 -KmsKeyId alias/mine -PassThru
        $added | Should -BeOfType ([LakeTools.LakeSecretReplica])
        $added.KmsKeyId | Should -Be 'alias/mine'
        $info = Get-LakeSecretInfo copied
        $info.Replica.Region | Sort-Object | Should -Be @('us-east-2', 'us-west-2')
        $info.Replica[0].State | Should -Be 'InSync'
        $info.PrimaryRegion | Should -Be 'us-east-1'
        { Remove-LakeSecret copied -Force -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.InvalidRequest,$namespace.RemoveLakeSecretCommand"
        $info.Replica | Remove-LakeSecretReplica -Confirm:$false
        (Get-LakeSecretInfo copied).Replica | Should -BeNullOrEmpty
    }

    It 'become secrets of their own' {
        $arn = (New-LakeSecret alone -Value 'x' -ReplicaRegion us-east-2).Arn
        $server = Start-LakeServer -PassThru
        $east = Connect-Lake -EndpointUrl $server.Uri -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region us-east-2 -NoDefault
        { Remove-LakeSecret alone -Connection $east -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.InvalidRequest,$namespace.RemoveLakeSecretCommand"
        Remove-LakeSecretReplica ($arn -replace ':us-east-1:', ':us-east-2:') -Detach -Connection $east -Confirm:$false
        (Get-LakeSecretInfo alone).Replica | Should -BeNullOrEmpty
        Set-LakeSecret alone -Value 'y' -Connection $east
        Get-LakeSecret alone -AsPlainText | Should -Be 'x'
        Get-LakeSecret alone -AsPlainText -Connection $east | Should -Be 'y'
        $server | Stop-LakeServer
    }

    It 'are not made with -WhatIf' {
        $null = New-LakeSecret kept -Value 'x'
        Add-LakeSecretReplica kept us-west-2 -WhatIf
        (Get-LakeSecretInfo kept).Replica | Should -BeNullOrEmpty
    }
}

Describe 'The policy of a secret' {
    BeforeAll {
        $null = New-LakeSecret shared -Value 'x'
        $set = "$namespace.SetLakeSecretPolicyCommand"
    }

    It 'is set from a hashtable, read, copied as JSON and removed' {
        Get-LakeSecretPolicy shared | Should -BeNullOrEmpty
        Set-LakeSecretPolicy shared -Policy (New-Policy 'arn:aws:iam::111122223333:role/etl') | Should -BeNullOrEmpty
        $policy = Get-LakeSecretPolicy shared
        $policy | Should -BeOfType ([LakeTools.LakeSecretPolicy])
        ($policy.Policy | ConvertFrom-Json).Statement[0].Principal.AWS | Should -Be 'arn:aws:iam::111122223333:role/etl'
        $null = New-LakeSecret second -Value 'x'
        (Set-LakeSecretPolicy second -Policy $policy.Policy -PassThru).Policy | Should -Be $policy.Policy
        Get-LakeSecretInfo | Get-LakeSecretPolicy | Remove-LakeSecretPolicy -Confirm:$false
        Get-LakeSecretPolicy shared, second | Should -BeNullOrEmpty
    }

    It 'is not set where it is no policy' {
        { Set-LakeSecretPolicy shared -Policy '{' -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretPolicyInvalid,$set"
        Get-LakeSecretPolicy shared | Should -BeNullOrEmpty
    }

    It 'does not open the secret to everybody, unless that is wanted' {
        { Set-LakeSecretPolicy shared -Policy (New-Policy '*') -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretPolicyPublic,$set"
        Get-LakeSecretPolicy shared | Should -BeNullOrEmpty
        Set-LakeSecretPolicy shared -Policy (New-Policy '*') -AllowPublic
        Get-LakeSecretPolicy shared | Should -Not -BeNullOrEmpty
    }
}

Describe 'Tags and filters' {
    BeforeAll {
        $null = New-LakeSecret prod/db -Value 'one' -Tag @{ team = 'sales'; tier = 'gold' }
        $null = New-LakeSecret prod/api -Value 'two' -Tag @{ team = 'ops' }
        $null = New-LakeSecret test/db -Value 'three'
    }

    It 'change by tag, leaving the others' {
        $info = Set-LakeSecret prod/db -Tag @{ team = 'data'; new = 1 } -RemoveTag tier -PassThru
        $info.Tag['team'] | Should -Be 'data'
        $info.Tag['new'] | Should -Be '1'
        $info.Tag.Count | Should -Be 2
        @($info.Version).Count | Should -Be 1
    }

    It 'find secrets, and read them' {
        (Get-LakeSecretInfo -Filter @{ TagKey = 'team' }).Name | Should -Be @('prod/api', 'prod/db')
        (Get-LakeSecretInfo -Filter @{ 'tag-value' = 'ops', 'none' }).Name | Should -Be 'prod/api'
        (Get-LakeSecretInfo 'prod/d*' -Filter @{ TagKey = 'team' }).Name | Should -Be 'prod/db'
        (Get-LakeSecret -Filter @{ name = 'prod/' } | ForEach-Object GetPlainText) | Sort-Object | Should -Be @('one', 'two')
    }

    It 'refuse a filter that there is not' {
        { Get-LakeSecret -Filter @{ colour = 'red' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretFilterUnknown,$namespace.GetLakeSecretCommand"
        { Get-LakeSecretInfo -Filter @{ colour = 'red' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretFilterUnknown,$namespace.GetLakeSecretInfoCommand"
    }

    It 'read many at once in the order asked for, one error for each that fails' {
        $names = 1..25 | ForEach-Object { "many/$_" }
        $names | ForEach-Object { $null = New-LakeSecret $_ -Value "value of $_" }
        $read = Get-LakeSecret ($names + 'gone' + 'many/1' + '') -AsPlainText -ErrorAction SilentlyContinue -ErrorVariable failures
        $read | Should -Be (@($names | ForEach-Object { "value of $_" }) + 'value of many/1')
        $failures.FullyQualifiedErrorId | Should -Be @("LakeTools.SecretNotFound,$namespace.GetLakeSecretCommand", "LakeTools.SecretIdEmpty,$namespace.GetLakeSecretCommand")
        $failures[0].TargetObject | Should -Be 'gone'
    }
}

Describe 'New-LakePassword' {
    It 'is a SecureString unless asked otherwise' {
        New-LakePassword | Should -BeOfType ([securestring])
        (New-LakePassword).Length | Should -Be 32
        New-LakePassword 12 -ExcludePunctuation -AsPlainText | Should -Match '^[A-Za-z0-9]{12}$'
        New-LakePassword 200 -ExcludeUppercase -ExcludeLowercase -ExcludePunctuation -ExcludeCharacter 0123 -AsPlainText | Should -Match '^[4-9]{200}$'
        New-LakePassword 2 -AllowMissingKind -AsPlainText | Should -HaveCount 1
        New-LakePassword -WhatIf | Should -BeNullOrEmpty
    }

    It 'refuses what cannot be' {
        { New-LakePassword 2 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.InvalidRequest,$namespace.NewLakePasswordCommand"
    }

    It 'is not let into a plain argument of a job' {
        $null = New-LakeGlueJob job -Role r -ScriptLocation s3://scripts/none.py -Command pythonshell
        { Start-LakeGlueJob job -Argument @{ a = "x$(New-LakePassword -AsPlainText)" } -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.SecretInArgument,LakeTools.Cmdlets.Jobs.StartLakeGlueJobCommand'
    }
}
